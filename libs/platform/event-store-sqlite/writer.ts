import { Worker } from 'node:worker_threads';
import { StoreFault, type AppendResult, type Clock, type Position, type PreparedAppend } from '#platform/event-store';
import { faultFrom } from './faults.js';
import { threadFile } from './thread-file.js';
import { type FromWriter, type ToWriter, type WriterSettings } from './writer-messages.js';

interface Outstanding {
  resolve(answer: FromWriter): void;
  reject(fault: StoreFault): void;
}

/** This side of the writer thread: one question at a time, and a thread that dies leaves nobody waiting. */
export class Writer {
  readonly #settings: WriterSettings;
  readonly #clock: Clock;
  readonly #onCommit: (head: Position) => void;
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #outstanding: Outstanding | undefined;
  #broken: StoreFault | undefined;

  private constructor(settings: WriterSettings, clock: Clock, onCommit: (head: Position) => void) {
    this.#settings = settings;
    this.#clock = clock;
    this.#onCommit = onCommit;
    this.#worker = new Worker(threadFile(new URL('./writer-thread.js', import.meta.url)), { workerData: settings });
    this.#worker.on('message', (answer: FromWriter) => this.#answered(answer));
    this.#worker.on('error', (cause) => this.#lost(cause));
    this.#ended = new Promise((resolve) => this.#worker.once('exit', () => resolve(this.#lost())));
  }

  static async start(settings: WriterSettings, clock: Clock, onCommit: (head: Position) => void): Promise<Writer> {
    const writer = new Writer(settings, clock, onCommit);
    await writer.#next();
    return writer;
  }

  async write(requests: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    const answer = await this.#ask({ now: this.#clock.now(), requests });
    if (answer === 'ready') throw new StoreFault('unreachable', `${this.#settings.file}: the writer answered out of turn`);
    if ('trouble' in answer) {
      const fault = faultFrom(this.#settings.file, answer.trouble);
      // After a failed write or flush nobody knows what the disk holds: stop acknowledging until someone has looked.
      if (answer.trouble.code.startsWith('SQLITE_IOERR')) this.#broken = fault;
      throw fault;
    }
    this.#onCommit(answer.head);
    return answer.results;
  }

  async close(): Promise<void> {
    this.#worker.ref();
    this.#worker.postMessage('close' satisfies ToWriter);
    await this.#ended;
  }

  #ask(message: ToWriter): Promise<FromWriter> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const answer = this.#next();
    this.#worker.postMessage(message);
    return answer;
  }

  /** A log that is merely open does not keep the process alive; an append that is under way does. */
  #next(): Promise<FromWriter> {
    this.#worker.ref();
    return new Promise((resolve, reject) => (this.#outstanding = { resolve, reject }));
  }

  #answered(answer: FromWriter): void {
    this.#worker.unref();
    this.#outstanding?.resolve(answer);
    this.#outstanding = undefined;
  }

  #lost(cause?: unknown): void {
    const advice = 'the writer stopped. Whether the last append was stored is unknown: open the log again and repeat it with the same ids';
    this.#broken ??= new StoreFault('unreachable', `${this.#settings.file}: ${advice}`, { cause });
    this.#outstanding?.reject(this.#broken);
    this.#outstanding = undefined;
  }
}

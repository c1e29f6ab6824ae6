import { Worker } from 'node:worker_threads';
import { mustFollowOn, StoreFault, type AppendResult, type Arrival, type Clock, type GroupWriter, type Position, type PreparedAppend } from '#platform/event-store';
import { faultFrom } from './faults.js';
import { threadFile } from './thread-file.js';
import { type FromWriter, type ToWriter, type WriterSettings } from './writer-messages.js';

interface Outstanding {
  resolve(answer: FromWriter): void;
  reject(fault: StoreFault): void;
}

/** An answer without trouble. */
type Told = Exclude<FromWriter, 'ready' | { readonly trouble: unknown }>;

/** This side of the writer thread: answers come in the order of the questions, and a thread that dies leaves nobody waiting. */
export class Writer implements GroupWriter {
  readonly #settings: WriterSettings;
  readonly #clock: Clock;
  readonly #onCommit: (head: Position) => void;
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #outstanding: Outstanding[] = [];
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
    if (!('results' in answer)) throw this.#outOfTurn();
    this.#onCommit(answer.head);
    return answer.results;
  }

  /** Stores an arrival in one transaction, or throws what keeps it from following on. */
  async receive(arrival: Arrival): Promise<void> {
    const answer = await this.#ask({ arrival });
    if (!('standing' in answer)) throw this.#outOfTurn();
    mustFollowOn(arrival, answer.standing);
    if (!answer.received) throw this.#outOfTurn();
    this.#onCommit(answer.head);
  }

  async close(): Promise<void> {
    this.#worker.ref();
    this.#worker.postMessage('close' satisfies ToWriter);
    await this.#ended;
  }

  async #ask(message: ToWriter): Promise<Told> {
    if (this.#broken !== undefined) throw this.#broken;
    const asked = this.#next();
    this.#worker.postMessage(message);
    const answer = await asked;
    if (answer === 'ready') throw this.#outOfTurn();
    if (!('trouble' in answer)) return answer;
    const fault = faultFrom(this.#settings.file, answer.trouble);
    // After a failed write or flush nobody knows what the disk holds: stop acknowledging until someone has looked.
    if (answer.trouble.code.startsWith('SQLITE_IOERR')) this.#broken = fault;
    throw fault;
  }

  #outOfTurn(): StoreFault {
    return new StoreFault('unreachable', `${this.#settings.file}: the writer answered out of turn`);
  }

  /** A log that is merely open does not keep the process alive; an append that is under way does. */
  #next(): Promise<FromWriter> {
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#outstanding.push({ resolve, reject }));
  }

  #answered(answer: FromWriter): void {
    const asking = this.#outstanding.shift();
    if (this.#outstanding.length === 0) this.#worker.unref();
    asking?.resolve(answer);
  }

  #lost(cause?: unknown): void {
    const advice = 'the writer stopped. Whether the last append was stored is unknown: open the log again and repeat it with the same ids';
    this.#broken ??= new StoreFault('unreachable', `${this.#settings.file}: ${advice}`, { cause });
    for (const asking of this.#outstanding.splice(0)) asking.reject(this.#broken);
  }
}

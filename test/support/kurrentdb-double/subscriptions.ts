import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { caughtUpAnswer, checkpointAnswer, confirmedAnswer, eventAnswer } from './read-answers.js';
import { checkpointInterval, filterOf } from './read-filter.js';
import { unavailable } from './rpc-status.js';
import type { StoredLog } from './stored-log.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Catch-up subscriptions to $all: from after a place, with checkpoints, and word of having caught up. */
export class Subscriptions {
  readonly #log: StoredLog;
  readonly #open = new Set<Call>();
  /** Where each began: 'start', 'end' or the place that it goes on after. */
  readonly begins: string[] = [];

  constructor(log: StoredLog) {
    this.#log = log;
  }

  get count(): number {
    return this.#open.size;
  }

  /** The server ends them without an error, as when it is shut down. */
  end(): void {
    for (const call of this.#open) call.end();
  }

  /** The server breaks them off with an error. */
  fail(): void {
    for (const call of this.#open) call.emit('error', unavailable());
  }

  open(call: Call, options: ReadReq.Options): void {
    this.#open.add(call);
    const all = options.getAll();
    const from = all?.getPosition()?.getCommitPosition();
    this.begins.push(from ?? (all?.hasEnd() ? 'end' : 'start'));
    call.write(confirmedAnswer(randomUUID()));

    const admitted = filterOf(options);
    const interval = checkpointInterval(options);
    let at = from === undefined ? (all?.hasEnd() ? (this.#log.records.at(-1)?.place ?? 0n) : -1n) : BigInt(from);
    let index = this.#log.records.findIndex(({ place }) => place > at);
    if (index < 0) index = this.#log.records.length;
    let considered = 0;
    const send = (): void => {
      for (; index < this.#log.records.length; index++) {
        const record = this.#log.records[index];
        if (record === undefined) return;
        at = record.place;
        if (admitted(record)) call.write(eventAnswer(record));
        if (++considered % interval === 0) call.write(checkpointAnswer(at));
      }
    };
    send();
    if (at >= 0n) call.write(checkpointAnswer(at));
    call.write(caughtUpAnswer(at < 0n ? 0n : at));
    const stop = this.#log.onAppend(send);
    const ended = (): void => {
      stop();
      this.#open.delete(call);
    };
    call.once('cancelled', ended).once('finish', ended).once('error', ended).once('close', ended);
  }
}

import { once } from 'node:events';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import pb, { type ReadReq, type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { InjectedFaults } from './injected-faults.js';
import { eventAnswer, notFoundAnswer } from './read-answers.js';
import { filterOf } from './read-filter.js';
import { invalid } from './rpc-status.js';
import type { DoubleRecord, StoredLog } from './stored-log.js';
import type { Subscriptions } from './subscriptions.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Read of the first version of the protocol: a stream or $all, so many records, either way, or for ever. */
export class Reading {
  readonly #log: StoredLog;
  readonly #faults: InjectedFaults;
  readonly #subscriptions: Subscriptions;
  readonly #open = new Set<Call>();

  constructor(log: StoredLog, faults: InjectedFaults, subscriptions: Subscriptions) {
    this.#log = log;
    this.#faults = faults;
    this.#subscriptions = subscriptions;
  }

  /** Reads that were begun and have neither ended nor been called off by the client. */
  get openCount(): number {
    return this.#open.size;
  }

  readonly handle: handleServerStreamingCall<ReadReq, ReadResp> = (call) => {
    const options = call.request.getOptions();
    if (options === undefined) return void call.emit('error', invalid('options are missing'));
    this.#open.add(call);
    for (const end of ['cancelled', 'finish', 'error', 'close']) call.once(end, () => this.#open.delete(call));
    const isSubscription = options.hasSubscription();
    const answers = (): ReadResp[] => (options.hasStream() ? ofStream(this.#log, options) : ofAll(this.#log, options));
    this.#faults.around(isSubscription ? 'subscribe' : 'read', {
      proceed: (answer) => (isSubscription ? this.#subscriptions.open(call, options) : answer(answers())),
      fail: (error) => call.emit('error', error),
      answer: (answered: readonly ReadResp[]) => void sendAll(call, answered),
    });
  };
}

/** As slowly as the reader takes it. */
async function sendAll(call: Call, answers: readonly ReadResp[]): Promise<void> {
  const cancelled = once(call, 'cancelled');
  for (const answer of answers) {
    if (call.cancelled) return;
    if (!call.write(answer)) await Promise.race([once(call, 'drain'), cancelled]);
  }
  call.end();
}

const isBackwards = (options: ReadReq.Options): boolean => options.getReadDirection() === pb.ReadReq.Options.ReadDirection.BACKWARDS;
const inOrder = (records: readonly DoubleRecord[], options: ReadReq.Options): DoubleRecord[] => (isBackwards(options) ? records.toReversed() : [...records]);
const upTo = (records: readonly DoubleRecord[], options: ReadReq.Options): ReadResp[] => records.slice(0, Number(options.getCount())).map(eventAnswer);

/** The place that is named is included. */
function ofStream(log: StoredLog, options: ReadReq.Options): ReadResp[] {
  const from = options.getStream();
  const name = Buffer.from(from?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  const records = log.streamOf(name);
  if (records === undefined) return [notFoundAnswer(name)];
  const revision = Number(from?.getRevision() ?? 0);
  const isNamed = from?.hasRevision() ?? false;
  return upTo(inOrder(records, options).filter((record) => !isNamed || (isBackwards(options) ? record.revision <= revision : record.revision >= revision)), options);
}

function ofAll(log: StoredLog, options: ReadReq.Options): ReadResp[] {
  const position = options.getAll()?.getPosition();
  const place = BigInt(position?.getCommitPosition() ?? 0);
  const admitted = filterOf(options);
  // Backwards, the place that is named is left out: it is where the record before it ends.
  const reached = (record: DoubleRecord): boolean => position === undefined || (isBackwards(options) ? record.place < place : record.place >= place);
  return upTo(inOrder(log.records, options).filter((record) => reached(record) && admitted(record)), options);
}

import { StoreFault, type FaultKind } from '#platform/event-store';
import { NoAnswer } from './patience.js';

/** A check of an append that did not hold: where the stream stands instead (-1: it does not exist). */
export interface Violation {
  readonly streamName: string;
  readonly actualState: bigint | string;
}

/** By its `type` and not by its class: the client is loaded only where it is used. */
interface CommandError extends Error {
  readonly type: string;
}

const isCommandError = (error: unknown): error is CommandError => error instanceof Error && 'type' in error && typeof error.type === 'string';
const typeOf = (error: unknown): string => (isCommandError(error) ? error.type : '');

const passing = new Set(['unavailable', 'cancelled', 'timeout', 'deadline-exceeded', 'not-leader']);
/** Words of errors that the client does not wrap in its own, or wraps as unknown. */
const passingWords = /Failed to discover|No connection established|ECONNREFUSED|No leader info available|Server Is (Not Ready|Too Busy)/;

/**
 * The server could not be reached, or gave no answer, or is no leader: the same call may succeed a moment later. Whether it was
 * carried out is unknown. Before the first call the client looks up what the server can do, and what fails there is a plain error.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer || passing.has(typeOf(error))) return true;
  return error instanceof Error && (('code' in error && error.code === 14) || passingWords.test(error.message));
}

/** Nothing that time will heal: this user may not, or what is there is not ours. */
export const isRefusal = (error: unknown): boolean => error instanceof StoreFault || typeOf(error) === 'access-denied';
export const isMissingStream = (error: unknown): boolean => typeOf(error) === 'stream-not-found';
export const isUnsupported = (error: unknown): boolean => typeOf(error) === 'unsupported';
/** The server read the request and would not have it. */
export const isInvalidRequest = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 3;

/** The checks that did not hold, if that is what the error says. Its own message is of no use to anybody. */
export function violationsOf(error: unknown): readonly Violation[] | undefined {
  return typeOf(error) === 'append-consistency-violation' ? (error as { violations: readonly Violation[] }).violations : undefined;
}

const advice: Readonly<Record<string, string>> = {
  'access-denied': 'this user may not do that there. Check user and password, and that it may read $all and read and write the streams of the log',
  'append-record-size-exceeded': 'the server takes no record of this size. Raise MaxAppendEventSize, which must be above 256 KiB',
  'transaction-max-size-exceeded': 'the server takes no append of this size. Raise MaxAppendSize, or append less at once',
  'maximum-append-size-exceeded': 'the server takes no append of this size. Raise MaxAppendSize, or append less at once',
};
const gone = new Set(['stream-deleted', 'stream-tombstoned']);

/** What the client threw, as a StoreFault that says what to do; anything else as it is, since it is a mistake of ours. */
export function faultOf(shown: string, what: string, error: unknown): unknown {
  const type = typeOf(error);
  if (!(error instanceof Error) || error instanceof StoreFault || !(type !== '' || 'code' in error || isPassing(error))) return error;
  const told = error.message || type;
  const fault = (kind: FaultKind, message: string): StoreFault => new StoreFault(kind, `${shown}: ${message} (${told})`, { cause: error });
  if (gone.has(type)) return fault('corrupt', 'a stream of the log was deleted. Stop writing, and restore a backup');
  if (!isPassing(error)) return fault('unreachable', `KurrentDB would not ${what}: ${advice[type] ?? 'an unexpected answer'}`);
  return fault('unreachable', `KurrentDB gave no answer when asked to ${what}. Check that it runs, that it has a leader and that the address is right`);
}

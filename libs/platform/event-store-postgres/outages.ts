import { setTimeout as sleep } from 'node:timers/promises';
import { StoreFault, type LogReader, type Position } from '#platform/event-store';

const pauseMilliseconds = 1_000;

const isOutOfReach = (fault: unknown): boolean => fault instanceof StoreFault && fault.kind === 'unreachable';

/** A log out of reach has no news: who follows it waits, and whoever asks the log itself is told. */
export async function newsOf(reader: LogReader): Promise<Position> {
  try {
    return (await reader.head()).position;
  } catch (fault) {
    if (isOutOfReach(fault)) return 0;
    throw fault;
  }
}

/** Who follows the log outlasts a server that is stopped and started: nothing is lost by waiting. */
export async function throughOutages<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (fault) {
      if (!isOutOfReach(fault) || signal.aborted) throw fault;
    }
    await Promise.allSettled([sleep(pauseMilliseconds, undefined, { signal })]); // aborted: the follower sees to it
  }
}

import { StoreFault } from '#platform/event-store';
import type { Calls } from './calls.js';
import { isInvalidRequest, isUnsupported } from './faults.js';

/** Refuses a server that cannot append to many streams at once, and a user who may not read $all. Throws StoreFault. */
export async function mustBeFit(calls: Calls, shown: string): Promise<void> {
  await calls.untilAnswered('say what it can do', async (client) => {
    try {
      await client.appendRecords([], []); // nothing to append: a server that understands the question refuses it, and the client one that would not
    } catch (error) {
      if (isUnsupported(error)) throw tooOld(shown, error);
      if (!isInvalidRequest(error)) throw error;
    }
  });
  await calls.untilAnswered('read $all', async (client) => {
    for await (const _ of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 })) break;
  });
}

function tooOld(shown: string, cause: unknown): StoreFault {
  const why = 'Tallystick appends to several streams at once, and checks others with it';
  return new StoreFault('invalid', `${shown}: this KurrentDB is too old: ${why}. Upgrade every node to 26.1 or later, or keep the log in PostgreSQL`, { cause });
}

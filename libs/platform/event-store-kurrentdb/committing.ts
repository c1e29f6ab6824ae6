import { randomUUID } from 'node:crypto';
import { StoreFault, type Version } from '#platform/event-store';
import type { Batches } from './batches.js';
import type { Calls } from './calls.js';
import type { Write } from './deciding.js';
import { isPassing, violationsOf, type Violation } from './faults.js';
import type { Names } from './names.js';
import { batchRecord, eventRecord, placeRecord, type Check } from './stored-form.js';

interface CommittingParts {
  readonly calls: Calls;
  readonly batches: Batches;
  readonly names: Names;
}

/** -1: there is no such stream. */
const atRevision = (streamName: string, revision: number): Check => ({
  type: 'stream_state',
  streamName,
  expectedState: revision < 0 ? 'no_stream' : BigInt(revision),
});

/**
 * Writes a group in one append: a record for the batch at the exact revision that the head has, so that two writers cannot both be
 * next; the events in their streams; and for each a record under its id, which no other event can then carry. All of it or nothing.
 */
export class Committing {
  readonly #parts: CommittingParts;

  constructor(parts: CommittingParts) {
    this.#parts = parts;
  }

  /**
   * Undefined when it is stored, else the checks that did not hold. While the outcome is unknown the same append is repeated, with
   * the same ids at the same revisions: one that was lost on its way back cannot take effect twice. If another batch then stands at
   * our revision, ours was never stored; if ours does, it was. Throws StoreFault.
   */
  async commit({ events, rests }: Write, headRevision: number): Promise<readonly Violation[] | undefined> {
    const { calls, batches, names } = this.#parts;
    const batchId = randomUUID();
    const records = [batchRecord(names, batchId, events), ...events.flatMap((event) => [eventRecord(names, event), placeRecord(names, event)])];
    const checks = [atRevision(names.batches, headRevision), ...streamsAt(names, rests), ...events.map(({ id }) => atRevision(names.placeOf(id), -1))];
    let isUnsure = false;
    const attempt = async (): Promise<readonly Violation[] | undefined> => {
      try {
        await calls.once((client) => client.appendRecords(records, checks));
        return undefined;
      } catch (error) {
        const violations = violationsOf(error);
        if (violations !== undefined) return isUnsure && (await batches.find(headRevision + 1))?.id === batchId ? undefined : violations;
        isUnsure ||= isPassing(error);
        throw error;
      }
    };
    try {
      return await calls.whilePassing(attempt);
    } catch (error) {
      const fault = calls.faultOf('append', error);
      if (!isUnsure || !(fault instanceof StoreFault)) throw fault;
      throw new StoreFault(fault.kind, `${fault.message}. Whether the append was stored is unknown: repeat it with the same ids`, { cause: error });
    }
  }
}

const streamsAt = (names: Names, rests: ReadonlyMap<string, Version>): Check[] =>
  [...rests].map(([stream, version]) => atRevision(names.streamOf(stream), version - 1));

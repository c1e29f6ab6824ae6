import { join } from 'node:path';
import { authority } from '#domain/people';
import { openAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { systemClock, type StoredRecord } from '#platform/event-store';
import { BareInserts } from './bare-inserts.js';
import type { MeasuredLog } from './measured-log.js';

/** A copy of a log that takes ready records in groups, each flushed. Tells the milliseconds. */
export interface Bare {
  insert(records: readonly StoredRecord[], groups: readonly number[]): number | Promise<number>;
}

/** A log with an engine on it, and beside it a copy for bare inserts. The engine is whole; the views follow in their own time. */
export interface UnderTest extends Pick<MeasuredLog, 'events' | 'store' | 'award'> {
  readonly engine: Engine;
  readonly bare: Bare;
  close(): Promise<void>;
}

export async function engineUnderTest(log: MeasuredLog): Promise<UnderTest> {
  const access = await openAccessLog(`file:${join(log.folder, 'access.jsonl')}`);
  const copy = join(log.folder, 'bare.db');
  await log.store.backup(copy);
  const bare = new BareInserts(copy);
  return {
    ...log, bare,
    engine: new Engine({ store: log.store, clock: systemClock, access, authority, kind: 'live' }),
    close: async () => {
      bare.close();
      await access.close();
    },
  };
}

import { join } from 'node:path';
import { authority } from '#domain/people';
import { fileAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { systemClock } from '#platform/event-store';
import { BareInserts } from './bare-inserts.js';
import type { MeasuredLog } from './measured-log.js';

/** A log with an engine on it, and beside it a copy for bare inserts. The engine is whole; the views follow in their own time. */
export interface EngineUnderTest extends MeasuredLog {
  readonly engine: Engine;
  readonly bare: BareInserts;
  close(): void;
}

export async function engineUnderTest(log: MeasuredLog): Promise<EngineUnderTest> {
  const access = fileAccessLog(join(log.folder, 'access.jsonl'));
  const copy = join(log.folder, 'bare.db');
  await log.store.backup(copy);
  const bare = new BareInserts(copy);
  return {
    ...log, bare,
    engine: new Engine({ store: log.store, clock: systemClock, access, authority, kind: 'live' }),
    close: () => {
      bare.close();
      access.close();
    },
  };
}

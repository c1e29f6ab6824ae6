import { copyLog } from '#platform/event-store';
import type { UnderTest } from '../engine-under-test.js';
import type { MeasuredLog } from '../measured-log.js';
import { BareRows } from './bare-rows.js';
import { engineOn } from './engine-on.js';

/** Where the adapter keeps its events. */
const table = 'tallystick_log.events';

/** A log copied into a database, with an engine on it, and beside it its double for bare inserts. */
export async function postgresUnderTest({ store: original, events, award }: MeasuredLog, address: string): Promise<UnderTest> {
  const { store, engine } = await engineOn(address);
  await copyLog(original, store);
  const bare = await BareRows.over(address, table);
  return {
    events, award, store, engine, bare,
    close: async () => {
      await bare.close();
      await store.close();
    },
  };
}

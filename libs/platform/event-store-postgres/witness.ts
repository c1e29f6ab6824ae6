import type pg from 'pg';
import { shown } from '#platform/databases';
import { StoreFault, type Position } from '#platform/event-store';
import type { Place } from './settings.js';

/** An event as it was read, or as it was stored by us. */
type Seen = { readonly position: Position } & ({ readonly record: string } | { readonly id: string; readonly recordedAt: string });
type Standing = readonly [id: string, recordedAt: string, record: string];

/**
 * The last event of the log that this process has seen. What it remembers of streams rests on it: should a server that has lost it
 * answer in place of the one before (a standby that lagged behind, an older copy), versions could come to match again over other
 * events, and money would be decided on that nobody has. So whoever appends looks after each loss of the connection.
 */
export class Witness {
  #last: Seen | undefined;

  saw(seen: Seen | undefined): void {
    if (seen !== undefined && seen.position > (this.#last?.position ?? 0)) this.#last = seen;
  }

  /** Throws StoreFault 'corrupt' when something else stands where the last event was seen, or nothing. */
  async mustStand(client: pg.Client, { address, schema }: Place): Promise<void> {
    const seen = this.#last;
    if (seen === undefined) return;
    const { rows: [found] } = await client.query<Standing & unknown[]>({ text: `SELECT id, recorded_at, record FROM ${schema}.events WHERE position = $1`, values: [seen.position], rowMode: 'array' });
    const [id, recordedAt, record] = found ?? [];
    if ('record' in seen ? seen.record === record : seen.id === id && seen.recordedAt === recordedAt) return;
    const advice = 'an older copy was restored, or a standby took over that lagged behind. What this process remembers is of the log before: stop it, look what was lost, and start every server and worker again';
    throw new StoreFault('corrupt', `${shown(address)}: event @${seen.position} is no longer the one that was seen there: ${advice}`);
  }
}

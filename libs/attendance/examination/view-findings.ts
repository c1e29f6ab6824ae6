import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '#platform/installation';
import { ViewStore } from '#platform/view-store';
import { openSqliteViews } from '#platform/view-store-sqlite';
import { declarations } from '../declarations.js';
import { lagging, type Found, type OutOfOrder } from './out-of-order.js';

/** Makes every view again beside the ones that answer, and compares them row by row, by digest. */
export async function viewFindings({ store, views }: Installation): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-check-'));
  const fresh = await ViewStore.open({ database: await openSqliteViews({ file: join(folder, 'views.db') }), store, views: declarations.views });
  try {
    await fresh.start();
    const findings: OutOfOrder[] = [];
    const isFresh = await fresh.caughtUp();
    const isLive = await views.caughtUp();
    const status = [...(await views.status()).views];
    for (const { view, fault, absences } of status) {
      const advice = `Make it again with: tally rebuild ${view}`;
      if (fault) findings.push({ where: `view ${view}`, what: `stopped at event @${fault.at}: ${fault.because}`, advice });
      else if (absences > 0) findings.push({ where: `view ${view}`, what: `changed ${absences} rows that were not there`, advice: 'This is a mistake of the view: report it' });
      else {
        const [made, kept] = [await fresh.digest(view), await views.digest(view)];
        if (made.position !== kept.position) findings.push({ where: `view ${view}`, what: `stands at @${kept.position}, and made again it stands at @${made.position}`, advice: isFresh && isLive ? advice : lagging });
        else if (made.digest !== kept.digest) findings.push({ where: `view ${view}`, what: `holds other rows than the log makes of it (digest ${kept.digest.slice(0, 12)}, made again ${made.digest.slice(0, 12)})`, advice });
      }
    }
    return { checked: status.map(({ view }) => `view ${view} equals what the log makes of it`), findings };
  } finally {
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

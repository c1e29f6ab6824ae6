import type { Installation } from '#platform/installation';
import { checkLog } from '#platform/transparency';
import { fileFindings } from './file-findings.js';
import { ledgerFindings } from './ledger-findings.js';
import { limitFindings } from './limit-findings.js';
import { viewFindings } from './view-findings.js';
import type { Found } from './out-of-order.js';

/** The log's findings come first and in its order, so that the first one names the first bad event. */
export interface Examination extends Found {
  readonly log: { readonly events: number; readonly root: string; readonly origin: string; readonly kind: string };
}

const restore = 'Stop writing, keep the files as evidence, and restore a backup whose root you know.';

/** From the bytes up: what stands on a log that is not in order is not looked at. */
export async function examine(installation: Installation, onProgress?: (events: number, head: number) => void): Promise<Examination> {
  const { store, origin, kind } = installation;
  const { events, root, findings } = await checkLog(store, onProgress);
  const log = { events, root, origin, kind };
  const checked = ['positions without a gap, versions, times, canonical bytes and their hashes'];
  if (findings.length > 0) return { log, checked, findings: findings.map(({ position, what }) => ({ where: `event @${position}`, what, advice: restore })) };
  const limits = await limitFindings(store);
  const views = await viewFindings(installation);
  const ledger = await ledgerFindings(installation, limits.buckets);
  const files = await fileFindings(installation);
  const parts = [limits, views, ledger, files];
  return { log, checked: [...checked, ...parts.flatMap((part) => part.checked)], findings: parts.flatMap((part) => part.findings) };
}

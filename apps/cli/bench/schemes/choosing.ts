import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gbp, share } from '#kernel';
import { assessment } from '#domain/assessments';
import { entries } from '#domain/applications';
import { Forked } from '../postgres/forked.js';
import { processFile } from '../postgres/process-file.js';
import { assessed, entered, homesOf } from './bids.js';
import type { ChoosingAsked, Chosen } from './choosing-process.js';
import { lateBody, rounds } from './scenes.js';
import { makeSchemeLog } from './scheme-log.js';

/** How long it takes to choose among very many, by a process that has read nothing yet. */
export interface Choosing extends Chosen {
  readonly applications: number;
  readonly bodies: number;
  /** In the small round beside the shared one. */
  readonly few: number;
  /** The sharing alone, of weights that are at hand. */
  readonly shareMilliseconds: number;
}

const few = 10;
const choosingProcess = processFile(new URL('./choosing-process.js', import.meta.url));

export async function measureChoosing(place: string, { applications, bodies, late }: { readonly applications: number; readonly bodies: number; readonly late: number }, runWith: readonly string[]): Promise<Choosing> {
  const folder = join(place, 'choosing');
  const log = await makeSchemeLog(folder);
  let asked: ChoosingAsked;
  try {
    const { $ranked = '', $shared = '', $few = '', ...others } = await log.play(rounds(late));
    await log.fill(entries, $ranked, entered($ranked, applications));
    await log.fill(assessment, $ranked, assessed($ranked, applications));
    await log.fill(entries, $shared, entered($shared, bodies));
    await log.fill(entries, $few, entered($few, few));
    asked = { folder, ranked: $ranked, shared: $shared, few: $few, late: Array.from({ length: late }, (_, i) => others[lateBody(i)] ?? '') };
  } finally {
    await log.store.close();
  }
  const process = new Forked<Chosen>(choosingProcess, asked, runWith);
  try {
    await process.ready();
    return { applications, bodies, few, shareMilliseconds: sharing(bodies), ...(await process.go()) };
  } finally {
    process.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sharing(bodies: number): number {
  const weights = Array.from({ length: bodies }, (_, i) => homesOf(i + 1));
  const started = performance.now();
  const parts = share(gbp(3_600_000_000), weights);
  const milliseconds = performance.now() - started;
  if (parts.length !== bodies) throw new Error(`${bodies} bodies came to ${parts.length} shares`);
  return milliseconds;
}

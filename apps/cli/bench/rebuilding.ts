import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ViewDeclaration } from '#kernel';
import { openSqliteViews } from '#platform/view-store-sqlite';
import { bareRebuild } from './bare-rebuild.js';
import { makeViews } from './making-views.js';
import type { MeasuredLog } from './measured-log.js';
import { median } from './median.js';

/** How long making all views from a log takes, beside the least that any way of doing it must do. */
export interface Rebuilt {
  readonly events: number;
  readonly rows: number;
  readonly rounds: number;
  readonly perSecond: number;
  readonly barePerSecond: number;
  /** Bare time over ours for the same number of rows: medians of the rounds' own ratios. */
  readonly ratio: number;
}

/** A log this long is made into views once: it takes minutes, and what disturbs it meets both sides. */
const long = 500_000;

/** Makes views.db in the log's folder, so that questions can be asked of it afterwards. */
export async function measureRebuild(log: MeasuredLog, views: readonly ViewDeclaration[], rounds: number): Promise<Rebuilt> {
  const turns = log.events >= long ? 1 : rounds;
  const measured: { readonly ours: number; readonly bare: number; readonly rows: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const ours = await rebuildOnce(log, views);
    const { milliseconds: bare, rows } = bareRebuild(log);
    measured.push({ ours, bare, rows });
  }
  const over = (figure: (each: (typeof measured)[number]) => number): number => median(measured.map(figure));
  return {
    events: log.events, rows: over(({ rows }) => rows), rounds: turns,
    perSecond: over(({ ours }) => (log.events / ours) * 1_000),
    barePerSecond: over(({ bare }) => (log.events / bare) * 1_000),
    ratio: over(({ ours, bare }) => bare / ours),
  };
}

/** Milliseconds from an empty file to the head of the log. */
async function rebuildOnce({ store, folder }: MeasuredLog, views: readonly ViewDeclaration[]): Promise<number> {
  const file = join(folder, 'views.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  return makeViews(store, await openSqliteViews({ file }), views);
}

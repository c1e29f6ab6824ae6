/**
 * A process that runs views and nothing else: `view-runner.ts <file of the log> <address or file of the views> <names of views>`.
 * It says who it is and what it runs, whenever that changes, until it is killed.
 */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { ViewStore } from '#platform/view-store';
import { boxesView } from '../../libs/platform/view-store/testing/boxes.js';
import { viewsAt } from './view-database.js';

const [file = '', place = '', names = ''] = process.argv.slice(2);
const store = await openSqliteEventStore({ file });
const views = await ViewStore.open({ database: await viewsAt(place), store, views: names.split(',').map((name) => boxesView(name)) });
await views.start();
for (let before = ''; ; await wait(10)) {
  const works = [...(await views.status()).works];
  if (works.join() === before) continue;
  before = works.join();
  writeSync(1, `${JSON.stringify({ pid: process.pid, works })}\n`);
}

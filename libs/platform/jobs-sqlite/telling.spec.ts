import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { testedKinds } from '../jobs/testing/tested-jobs.js';
import { openSqliteJobs } from './index.js';

test('a file of jobs that cannot be read for a while does not end the process that watches it, and is heard of again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tally-telling-'));
  const [jobs, other] = [1, 2].map(() => openSqliteJobs({ file: join(folder, 'jobs.db'), kinds: testedKinds, lookMilliseconds: 10 }));
  const heard: string[] = [];
  jobs?.watch(({ id }) => heard.push(id));
  const hand = new Database(join(folder, 'jobs.db'));
  hand.exec('ALTER TABLE jobs RENAME TO elsewhere');
  await new Promise((resolve) => setTimeout(resolve, 100));
  hand.exec('ALTER TABLE elsewhere RENAME TO jobs');
  hand.close();
  await other?.offer({ kind: 'plain', key: 'a' });
  for (let turn = 0; turn < 100 && heard.length === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard).toEqual(['plain.a']);
  await Promise.all([jobs?.close(), other?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

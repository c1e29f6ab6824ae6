import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog, type LogCheck } from '#platform/transparency';
import type { Answer } from '../answer.js';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';

/** `tally restore`: a backup becomes the log of a folder. */
export const restoreCommand = (cli: Cli): Command =>
  taught(cli, 'restore', {
    summary: 'Make a backup the log of a folder that has none; every byte of it is checked first.',
    more: 'A log that holds anything is never replaced. Views are made again from what was restored.',
    examples: ['tally restore /mnt/safe/grants-2012-06-13.db --data restored', 'tally check --data restored'],
  })
    .argument('<file>', 'a copy that tally backup made')
    .action(async (file: string, options: Everywhere) => tell(cli, options, await restore(file, options.data)));

async function restore(file: string, folder: string): Promise<Answer> {
  if (!existsSync(file)) throw new Complaint(exitCodes.badInput, `There is no file ${file}`);
  const log = join(folder, 'events.db');
  if (existsSync(log) && (await headOf(log)) > 0) {
    throw new Complaint(exitCodes.badInput, `${folder} has a log already, and what is stored is never replaced. Choose another folder with --data, or move that one away`);
  }
  mkdirSync(folder, { recursive: true });
  const draft = `${log}.restoring`;
  remove(draft);
  try {
    copyFileSync(file, draft);
    const { events, root, findings } = await checked(draft);
    const [first] = findings;
    if (first || events === 0) {
      throw new Complaint(exitCodes.refused, `${file} was not restored: ${first ? `event @${first.position} ${first.what}` : 'it is empty'}. Try an older backup`, { findings });
    }
    for (const old of [log, join(folder, 'views.db')]) remove(old);
    renameSync(draft, log);
    return { json: { outcome: 'restored', folder, events, root }, text: `${events} events restored to ${folder}, root ${root}\nCompare the root with the one you kept. Views are made again when ${folder} is next opened.` };
  } finally {
    remove(draft);
  }
}

async function checked(file: string): Promise<LogCheck> {
  const store = await openSqliteEventStore({ file });
  try {
    return await checkLog(store);
  } finally {
    await store.close();
  }
}

async function headOf(file: string): Promise<number> {
  const store = await openSqliteEventStore({ file });
  try {
    return (await store.head()).position;
  } finally {
    await store.close();
  }
}

const remove = (file: string): void => ['', '-wal', '-shm'].forEach((end) => rmSync(`${file}${end}`, { force: true }));

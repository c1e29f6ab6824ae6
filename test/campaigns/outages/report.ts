import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { systemClock } from '#platform/event-store';
import { pathOf } from '../../support/require-service.js';
import type { OldBackup } from './old-backup-scene.js';
import type { Scene } from './scene.js';
import { faultTable } from './table.js';

/** What was played, each with the sentence that introduces its table. */
export interface Played {
  readonly title: string;
  readonly about: string;
  readonly scene: Scene;
}

export interface Findings {
  readonly command: string;
  readonly played: readonly Played[];
  readonly oldBackup: OldBackup;
  /** What this machine could not do. */
  readonly leftOut: readonly string[];
}

const versionOf = (service: 'postgres' | 'redis'): string => /\d+(\.\d+)+/.exec(execFileSync(pathOf(service), ['--version'], { encoding: 'utf8' }))?.[0] ?? '';

/** docs/faults.md, whole: nothing in it is written by hand. */
export function inMarkdown({ command, played, oldBackup, leftOut }: Findings): string {
  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  const { asked, answered, refused } = oldBackup;
  return [
    '# What breaks, and what comes of it', '',
    `Made by \`${command}\` on ${systemClock.now().slice(0, 10)}: one machine with ${machine}, Node ${process.versions.node}, PostgreSQL ${versionOf('postgres')}, Redis ${versionOf('redis')}. Everything runs on it at once: callers, servers, workers, PostgreSQL and Redis.`, '',
    'Callers go on all the time and do as [api.md](api.md) asks: a key for each wish, and the same again until there is an answer. They register bodies, nominate, and open rounds for £1.00 from a fund of £60.00 that all of them want until its last pound is gone. After each fault every answer is looked up in the log.', '',
    '- **lost**: acknowledged, and not in the log as it was said: all its events, in order, side by side, ending at that position.',
    '- **doubled**: there twice, or there although the caller was told that it was refused.',
    '- **asked again**: wishes whose answer did not come the first time. One key, one answer, whatever became of the first.',
    '- Times are median / worst, in seconds, from the fault (where the line says so: from its end): until every process ran again; until something was acknowledged that was asked for after it; until each of the callers had an answer again; until every view stood where the log stood then.', '',
    ...played.flatMap(({ title, about, scene: { rounds, ending } }) => [
      `## ${title}`, '', about, '', ...faultTable(rounds), '',
      `${ending.commands} commands acknowledged in ${Math.round(ending.seconds)} s, ${ending.events} events, ${ending.fundsSpent} funds spent to the last pound. At the end the log was checked byte by byte (root \`${ending.root}\`), every fund against its budget, every view against one made anew, and that every process had run until it was ended: ${foundIn(ending.complaints)}`, '',
    ]),
    '## Yesterday’s log in the place of today’s', '',
    `A backup was restored while workers ran views of the longer log. ${asked} questions were asked before \`tally rebuild\`, also when the log had grown past where the views stood: ${answered} were answered, and ${refused} were refused by servers that had started over such views and say why they are not ready. Afterwards every question was asked again and every view compared with one made anew: ${foundIn(oldBackup.complaints)}`, '',
    ...(leftOut.length === 0 ? [] : ['## Left out', '', ...leftOut.map((each) => `- ${each}`), '']),
  ].join('\n');
}

/** At most so many are written down: the first says most. */
const mostFound = 20;

const foundIn = (complaints: readonly string[]): string =>
  complaints.length === 0 ? 'nothing was found wrong.' : `**${complaints.length} things were found wrong:**\n\n${complaints.slice(0, mostFound).map((each) => `- ${each.replaceAll(/\s+/g, ' ').slice(0, 400)}`).join('\n')}`;

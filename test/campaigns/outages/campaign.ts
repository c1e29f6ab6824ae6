import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository } from '../../../infra/bootstrap/places.js';
import { startCluster, startSmallCluster } from './cluster.js';
import { dataFolderFull, postgresDiskFull } from './disk-faults.js';
import { startEmbedded } from './embedded.js';
import { everyFault } from './every-fault.js';
import { nothing } from './fault.js';
import { playOldBackup } from './old-backup-scene.js';
import { serverFrozen, serverKilled, serversRolled } from './process-faults.js';
import { inMarkdown, type Played } from './report.js';
import type { Round } from './round.js';
import { playScene } from './scene.js';
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk.js';
import { turns } from './turns.js';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, to: { type: 'string', default: inRepository('docs', 'faults.md') } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes is "${values.minutes}". Write a number above nil, like 10`);

/** Thirty-two callers, each with tokens enough that no server turns it away for being busy. */
const sizes = { officers: 20, managers: 12, tokensEach: 12 };
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const onRound = ({ fault, whom, acknowledged, lost, doubled, mendedMs, nextMs, everybodyMs, viewsMs }: Round): boolean =>
  say(`${fault} (${whom}): ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled; running ${Math.round(mendedMs)} ms, next ${Math.round(nextMs)} ms, everybody ${Math.round(everybodyMs)} ms, views ${Math.round(viewsMs)} ms`);

const folder = await mkdtemp(join(tmpdir(), 'tallystick-outages-'));
const disks: SmallDisk[] = [];
const played: Played[] = [];
try {
  say(`A cluster, for ${minutes} minutes`);
  const cluster = await startCluster(join(folder, 'cluster'));
  played.push({
    title: 'A cluster', about: 'Two servers and two workers over one PostgreSQL and one Redis; 32 callers over both servers. A process that dies is started again at once, unless the line says otherwise.',
    scene: await playScene(cluster, { sizes, onRound, next: turns(everyFault(join(folder, 'cluster')), minutes) }),
  });

  say('One server over a folder');
  const embedded = await startEmbedded(join(folder, 'embedded'));
  played.push({
    title: 'One server over a folder', about: 'Everything embedded: SQLite, jobs and views in the server’s own process; 32 callers. While the server is down nobody is served, so its start is part of each figure.',
    scene: await playScene(embedded, { sizes, onRound, next: turns([serverKilled, serverFrozen, serversRolled, nothing], minutes / 5) }),
  });

  if (canMount()) {
    say('Full disks');
    const about = 'On a disk of its own that is filled to the last byte, until no caller is answered any more; then there is space again.';
    for (const name of ['the data folder', 'PostgreSQL'] as const) {
      const disk = await mountSmallDisk(320);
      disks.push(disk);
      const next = <Kind>(fault: Kind): (() => Kind | undefined) => turns([fault, fault], 0);
      const scene = name === 'PostgreSQL'
        ? await playScene(await startSmallCluster(join(folder, 'small-cluster'), disk.folder), { sizes, onRound, next: next(postgresDiskFull(disk)) })
        : await playScene(await startEmbedded(join(folder, 'small-embedded'), join(disk.folder, 'data')), { sizes, onRound, next: next(dataFolderFull(disk)) });
      played.push({ title: `The disk of ${name} is full`, about, scene });
    }
  }

  say('Yesterday’s log in the place of today’s');
  const oldBackup = await playOldBackup(join(folder, 'old-backup'));
  const leftOut = canMount() ? [] : ['Full disks: only root on Linux can mount a small one.'];
  await writeFile(values.to, inMarkdown({ command: `npm run campaign:outages -- --minutes ${minutes}`, played, oldBackup, leftOut }));
  say(`Written to ${values.to}`);
  const complaints = [...played.flatMap(({ scene }) => scene.ending.complaints), ...oldBackup.complaints, ...(oldBackup.answered === 0 ? [] : [`${oldBackup.answered} questions were answered from views of another log`])];
  for (const complaint of complaints.slice(0, 20)) say(`MUST NOT BE: ${complaint}`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  for (const disk of disks) await disk.remove();
  await rm(folder, { recursive: true, force: true });
}

import { join } from 'node:path';
import { openInstallation, type Declarations } from '#platform/installation';
import { nominations } from './made-up.js';
import { median } from './median.js';
import { playScene, readScene } from './scenes.js';

export interface Played {
  readonly steps: number;
  /** Median over the rounds, each into a new demonstration with every view following; without reading the playbook. */
  readonly perSecond: number;
  /** What reading and checking the playbook costs before that. */
  readonly readingPerSecond: number;
  /** Share of the time in which the process's own thread had work. */
  readonly busy: number;
}

/** How fast `tally play` plays: nominations for a round, as many as are asked for, after the few steps that set the scene. */
export async function measurePlay(folder: string, declarations: Declarations, count: number, rounds: number): Promise<Played> {
  const measured: Awaited<ReturnType<typeof once>>[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await once(join(folder, `played-${round}`), declarations, nominations(count)));
  const over = (figure: (each: (typeof measured)[number]) => number): number => median(measured.map(figure));
  return {
    steps: measured[0]?.steps ?? 0,
    perSecond: over(({ steps, milliseconds }) => (steps / milliseconds) * 1_000),
    readingPerSecond: over(({ steps, reading }) => (steps / reading) * 1_000),
    busy: over(({ busy }) => busy),
  };
}

async function once(folder: string, declarations: Declarations, text: string) {
  const began = performance.now();
  const scene = readScene(text);
  const reading = performance.now() - began;
  const { store, engine, close } = await openInstallation({ folder, declarations, kind: 'demonstration', recordedAt: '2012-05-01T12:00:00.000Z' });
  try {
    const before = performance.eventLoopUtilization();
    const started = performance.now();
    const report = await playScene(scene, { engine, store, kind: 'demonstration' });
    const milliseconds = performance.now() - started;
    if (report.played !== report.steps) throw new Error(`Only ${report.played} of ${report.steps} steps were played`);
    return { steps: report.steps, milliseconds, reading, busy: performance.eventLoopUtilization(before).utilization };
  } finally {
    await close();
  }
}

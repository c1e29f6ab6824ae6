import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { declarations } from '#attendance';
import { openInstallation } from '#platform/installation';
import type { Fault } from './fault.js';
import { Load } from './load.js';
import { LogWitness } from './log-witness.js';
import { furnish, type OfficeSizes } from './office.js';
import { playRound, type Round } from './round.js';
import type { Site } from './site.js';
import { differingViews } from './views-witness.js';

/** What holds of a whole scene, once every caller has its last answer. */
export interface Ending {
  readonly commands: number;
  readonly events: number;
  readonly seconds: number;
  readonly root: string;
  /** Funds that were given out to their last pound, by callers who all wanted it. */
  readonly fundsSpent: number;
  /** Everything that must not be: each a sentence. */
  readonly complaints: readonly string[];
}

export interface SceneOptions<Running extends Site> {
  readonly sizes: OfficeSizes;
  /** Which fault comes next; undefined ends the scene. */
  readonly next: () => Fault<Running> | undefined;
  readonly onRound?: (round: Round) => void;
}

export interface Scene {
  readonly rounds: readonly Round[];
  readonly ending: Ending;
}

/** A site under load, to which one fault after the other is done, each at a random moment. Ends the site. */
export async function playScene<Running extends Site>(site: Running, { sizes, next, onRound }: SceneOptions<Running>): Promise<Scene> {
  try {
    const beside = await openInstallation({ ...site.beside, declarations, works: false });
    const witness = new LogWitness(beside.store);
    const load = new Load(await furnish(beside, sizes), site.addresses);
    const begunAt = performance.now();
    load.begin();
    await load.everybodyServedSince(begunAt);
    const rounds: Round[] = [];
    for (let fault = next(); fault; fault = next()) {
      await pause(randomInt(200, 1_500));
      const round = await playRound(fault, site, { load, witness, views: beside.views });
      rounds.push(round);
      onRound?.(round);
    }
    await load.end();
    const seconds = (performance.now() - begunAt) / 1_000;
    const { acknowledged, lost, doubled } = await witness.judge(load.answers);
    const { events, root, findings } = await witness.check();
    const { overspent, spent } = await witness.funds();
    const complaints = [
      ...[...site.servers, ...site.workers].flatMap(({ falls }) => falls), ...load.surprises, ...lost, ...doubled, ...overspent,
      ...(await witness.unanswered(load.answers)).map((called) => `${called} is there, and nobody was told`),
      ...findings.map(({ position, what }) => `@${position} ${what}`),
      ...(await differingViews(beside, await site.anew())).map((view) => `a rebuild differs from ${view}`),
    ];
    await beside.close();
    return { rounds, ending: { commands: acknowledged, events, seconds, root, complaints, fundsSpent: spent } };
  } finally {
    await site.stop();
  }
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#platform/engine';
import { Runs, type LikeCommand } from './cost.js';
import { seasons } from './scenes.js';
import { makeSchemeLog, type SchemeLog } from './scheme-log.js';

/** What an award costs under the simplest terms and under every kind of them. */
export interface Seasons {
  /** Of each of the two seasons. */
  readonly awards: number;
  readonly commands: readonly LikeCommand[];
}

const authority = { kind: 'delegated', body: 'lead-members', minute: '2' };

/** Two seasons on one log and one engine, award by award in turns, so that whatever else the machine does meets both alike. The first tenth warms up. */
export async function measureSeasons(place: string, awards: number): Promise<Seasons> {
  const folder = join(place, 'seasons');
  const log = await makeSchemeLog(folder);
  try {
    const references = await log.play(seasons(awards));
    const named = (name: string): string => references[name] ?? '';
    // One engine, as one server is: two would overtake each other wherever both write.
    const engine = log.engine();
    const simplest = new Season(log, engine, named('$simplest'), {});
    const every = new Season(log, engine, named('$every'), { days: '5' });
    const warm = Math.floor(awards / 10);
    for (let i = 0; i < awards; i += 1) {
      if (i === warm) [simplest, every].forEach(({ runs }) => runs.forget());
      for (const season of i % 2 === 0 ? [simplest, every] : [every, simplest]) await season.seeThrough(named(`$lead-${i}`), named(`$partner-${i}`));
    }
    return { awards, commands: simplest.runs.beside(every.runs) };
  } finally {
    await log.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Season {
  readonly runs = new Runs();

  constructor(
    private readonly log: SchemeLog,
    private readonly engine: Engine,
    private readonly round: string,
    private readonly approving: object,
  ) {}

  /** One award from its application to its first payment. What only the one terms ask for is done and not measured. */
  async seeThrough(organisation: string, partner: string): Promise<void> {
    const application = await this.#run('SubmitApplication', 'programme-officer', { round: this.round, organisation, title: 'Sharing services between places', answers: [], partners: [{ organisation: partner, role: 'joint-applicant' }] });
    const award = await this.#run('RecommendAward', 'programme-officer', { application });
    await this.#run('ApproveAward', 'programme-manager', { award, ceiling: '£1,000.00', authority, ...this.approving });
    await this.#run('ProposeAmount', 'programme-officer', { award, amount: '£1,000.00' });
    await this.#run('AgreeAmount', 'programme-officer', { award, amount: '£1,000.00' });
    await this.#run('OfferAgreement', 'programme-officer', { award, document: 'Agreement', acceptBy: '2012-05-31' });
    await this.#run('SignAgreement', 'programme-manager', { award, document: 'Agreement' });
    if ('days' in this.approving) await this.log.run('StartPhase', 'programme-manager', { award, phase: 'first' }, this.engine);
    await this.#run('AuthorisePayment', 'finance-officer', { award, amount: '£100.00' });
  }

  async #run(name: string, role: string, input: object): Promise<string> {
    const { reference, ...taken } = await this.log.run(name, role, input, this.engine);
    this.runs.note(name, taken);
    return reference;
  }
}

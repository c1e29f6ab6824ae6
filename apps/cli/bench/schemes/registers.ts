import type { Engine } from '#platform/engine';
import { Runs, type LikeCommand } from './cost.js';
import type { SchemeLog } from './scheme-log.js';

/** What a command costs in a round to which few applied, and in one to which very many did. */
export interface RegistersAsked {
  readonly few: string;
  readonly many: string;
  /** Bodies that have not applied yet. */
  readonly late: readonly string[];
}

/** The weight of those who come while it is measured: their rounds have no form that would ask for it. */
const weight = 100;

/** Each body applies for both rounds in turns; their money is shared again, and each share is recommended. The first tenth warms up. */
export async function measureRegisters(log: SchemeLog, engine: Engine, { few, many, late }: RegistersAsked): Promise<readonly LikeCommand[]> {
  const rounds = [few, many].map((round) => ({ round, runs: new Runs(), came: [] as string[] }));
  const run = async ({ runs }: { readonly runs: Runs }, name: string, input: object): Promise<string> => {
    const { reference, ...taken } = await log.run(name, 'programme-officer', input, engine);
    runs.note(name, taken);
    return reference;
  };
  const inTurns = async (work: (each: (typeof rounds)[number], body: string, i: number) => Promise<void>): Promise<void> => {
    for (const [i, body] of late.entries()) {
      if (i === Math.floor(late.length / 10)) rounds.forEach(({ runs }) => runs.forget());
      for (const each of i % 2 === 0 ? rounds : rounds.toReversed()) await work(each, body, i);
    }
  };
  const told: LikeCommand[] = [];
  const tell = (): void => {
    const [simple, other] = rounds;
    if (simple && other) told.push(...simple.runs.beside(other.runs));
    rounds.forEach(({ runs }) => runs.forget());
  };
  await inTurns(async (each, organisation) => {
    each.came.push(await run(each, 'SubmitApplication', { round: each.round, organisation, title: 'Sharing services between places', answers: [] }));
  });
  tell();
  for (const { round, came } of rounds) {
    await log.run('ShareFund', 'programme-manager', { round, weights: came.map((application) => ({ application, weight })) }, engine);
  }
  await inTurns(async (each, _, i) => void (await run(each, 'RecommendAward', { application: each.came[i] })));
  tell();
  return told;
}

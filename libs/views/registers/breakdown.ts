import { isReference, text } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { applications } from './applications.js';
import { awardRegister } from './award-register.js';
import { rowsAsOf } from './awards-as-of.js';
import { organisations } from './organisations.js';
import { standing } from './stages.js';

/** How many of a kind applied, and how many of those have an award that stands. */
export interface Part {
  /** A type of body or a region; null where no region is known. */
  readonly of: string | null;
  readonly applications: number;
  readonly awards: number;
}
export interface Breakdown {
  readonly applications: number;
  readonly awards: number;
  /** By the type that each body was of when it applied. */
  readonly byType: readonly Part[];
  readonly byRegion: readonly Part[];
}

class BreakdownAsked {
  @text('About', { hint: 'A programme such as FUTURE, or a round such as RD-2012-001' }) about!: string;
}

/** Applications that are alike in all that is counted here. */
interface Alike {
  readonly type: string;
  readonly region: string | null;
  readonly stage: string | null;
  readonly many: number;
}
type Counted = Known<[typeof applications, typeof organisations, typeof awardRegister]>;

const came = (db: Counted, about: string) =>
  db
    .selectFrom('applications')
    .innerJoin('organisations', 'organisations.reference', 'applications.organisation')
    .where(isReference(about, 'RD') ? 'applications.round' : 'applications.programme', '=', about);

const now = (db: Counted, about: string): Promise<readonly Alike[]> =>
  came(db, about)
    .leftJoin('awards', 'awards.reference', 'applications.award')
    .select(({ fn }) => ['applications.organisation_type as type', 'organisations.region as region', 'awards.stage as stage', fn.countAll<number>().as('many')])
    .groupBy(['applications.organisation_type', 'organisations.region', 'awards.stage'])
    .execute();

export const breakdown = questionOn('breakdown', {
  summary: 'Applications of a programme or a round, and the awards that came of them, by type of body and by region.',
  permission: 'register:read',
  input: BreakdownAsked,
  from: [applications, organisations, awardRegister],
  takesAsOf: true,
  async ask(db, { about }, { asOf }): Promise<Breakdown> {
    if (!asOf) return brokenDown(await now(db, about));
    const rows = await came(db, about)
      .select(['applications.organisation_type as type', 'organisations.region as region', 'applications.award as award']).where('applications.nominated_on', '<=', asOf.on).execute();
    const awards = await rowsAsOf(db, rows.flatMap(({ award }) => (award === null ? [] : [{ reference: award, stage: '' }])), asOf.on);
    const stages = new Map(awards.map(({ reference, stage }) => [reference, stage]));
    return brokenDown(rows.map(({ award, ...row }) => ({ ...row, stage: stages.get(award ?? '') ?? null, many: 1 })));
  },
});

function brokenDown(all: readonly Alike[]): Breakdown {
  const { applications: sum, awards } = counted(null, all);
  return { applications: sum, awards, byType: parts(all, ({ type }) => type), byRegion: parts(all, ({ region }) => region) };
}

const counted = (of: string | null, alike: readonly Alike[]): Part => ({
  of,
  applications: alike.reduce((sum, { many }) => sum + many, 0),
  awards: alike.reduce((sum, { stage, many }) => sum + ((standing as readonly (string | null)[]).includes(stage) ? many : 0), 0),
});

/** The most numerous first, those of no known region last. */
const parts = (all: readonly Alike[], by: (each: Alike) => string | null): readonly Part[] =>
  [...Map.groupBy(all, by)].map(([of, alike]) => counted(of, alike))
    .sort((a, b) => Number(a.of === null) - Number(b.of === null) || b.applications - a.applications || ((a.of ?? '') < (b.of ?? '') ? -1 : 1));

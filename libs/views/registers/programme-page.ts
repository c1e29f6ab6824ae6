import { code, type Code } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { awardsOf, totalsOf, type ProgrammeTotals } from './programme-awards.js';
import { programmes } from './programmes.js';
import { progressOf, type YearOfProgress } from './progress.js';
import { roundsOf, standingOf, type RoundStanding } from './round-row.js';
import { savings } from './savings.js';
import { savingsOf } from './savings-list.js';

/** A programme with its totals, its rounds and how far it has come. Pence. */
export interface ProgrammePage extends ProgrammeTotals {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly awardCeilingMinor: number;
  readonly instrument: string;
  /** The programme that it is a part of, and its parts. */
  readonly parent: string | null;
  readonly parts: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** When it was closed, and after how many days. */
  readonly closedOn: string | null;
  readonly daysRun: number | null;
  readonly evaluatorName: string | null;
  readonly rounds: readonly RoundStanding[];
  /** Oldest first. */
  readonly progress: readonly YearOfProgress[];
}

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

export const programmePage = questionOn('programme', {
  summary: 'A programme: ceilings, what was agreed and paid, match, the rounds that its money comes from, and its targets with how far it has come.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [programmes, awardRegister, savings],
  takesAsOf: true,
  async ask(db, { programme: asked }, { asOf }): Promise<ProgrammePage | undefined> {
    const found = await db
      .selectFrom('programmes')
      .select(['code', 'name', 'purpose', 'award_ceiling_minor as awardCeilingMinor', 'instrument', 'defined_on as definedOn', 'parent', 'starts_on as startsOn', 'ends_on as endsOn', 'closed_on as closedOn', 'days_run as daysRun'])
      .where('code', '=', asked)
      .executeTakeFirst();
    if (!found || (asOf && found.definedOn > asOf.on)) return undefined;
    const { definedOn: _, ...kept } = found;
    const isClosed = kept.closedOn !== null && (asOf === undefined || kept.closedOn <= asOf.on);
    const programme = isClosed ? kept : { ...kept, closedOn: null, daysRun: null };
    const parts = await db
      .selectFrom('programmes').select('code').where('parent', '=', asked).$if(asOf !== undefined, (query) => query.where('defined_on', '<=', asOf?.on ?? '')).orderBy('code').execute();
    const awards = await awardsOf(db, asked, asOf?.on);
    const held = (round: string): number => awards.filter((each) => each.round === round).reduce((sum, each) => sum + each.committedMinor - each.elsewhereMinor, 0);
    const rounds = (await Promise.all((await roundsOf(db, asked)).map((each) => standingOf(db, each, held(each.reference), asOf?.on)))).filter((each) => each !== undefined);
    const forecast = await savingsOf(db, { programme: asked }, asOf?.on);
    const evaluator = await db
      .selectFrom('evaluators').select('name').where('programme', '=', asked)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position', 'desc').orderBy('line', 'desc').executeTakeFirst();
    return { ...programme, parts: parts.map(({ code: part }) => part), evaluatorName: evaluator?.name ?? null, ...totalsOf(awards), rounds, progress: await progressOf(db, asked, { awards, rounds, savings: forecast }, asOf?.on) };
  },
});

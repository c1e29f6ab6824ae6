import { code, type Code, type IsoDate } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { milestones } from './milestones.js';

export interface Reached {
  readonly on: string;
  readonly kind: string;
  readonly title: string;
  readonly document: string | null;
  readonly plannedOn: string | null;
}
/** Milestones of a kind against how many were agreed. */
export interface MilestonesAgreed {
  readonly kind: string;
  readonly least: number;
  readonly most: number;
  readonly reached: number;
  readonly standing: 'below' | 'within' | 'full' | 'over';
}
export interface Rating {
  readonly on: string;
  readonly period: string;
  readonly rating: string;
  readonly output: string;
  readonly reason: string | null;
  readonly reference: string | null;
}
/** What documents print of the same thing: all of it stands, none of it is added. */
export interface Discrepancy {
  readonly on: string;
  readonly subject: string;
  readonly printed: readonly { readonly document: string; readonly figure: string }[];
}
/** What a body decided about the programme as a whole: it commits no money, whatever its verbs. */
export interface ProgrammeDecision {
  readonly reference: string;
  readonly on: string;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly meeting: string;
  readonly item: string;
  readonly verbs: readonly string[];
  readonly minute: string;
}
/** All of a programme but its awards, each oldest first. */
export interface Milestones {
  readonly reached: readonly Reached[];
  readonly agreed: readonly MilestonesAgreed[];
  readonly ratings: readonly Rating[];
  readonly discrepancies: readonly Discrepancy[];
  readonly decisions: readonly ProgrammeDecision[];
}

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

type Rows = Known<[typeof milestones]>;

export const milestonesPage = questionOn('milestones', {
  summary: 'What a programme reached, against how many were agreed; how it was rated; what bodies decided about it; and where documents differ.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [milestones],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<Milestones> {
    const had = hadTakenEffect(asOf?.on);
    const reached = had(await reachedBy(db, programme));
    return {
      reached,
      agreed: agreedAgainst(reached, had(await agreedFor(db, programme))),
      ratings: had(await ratingsOf(db, programme)),
      discrepancies: asOne(had(await figuresOf(db, programme))),
      decisions: had(await decisionsAbout(db, programme)),
    };
  },
});

const hadTakenEffect =
  (on: IsoDate | undefined) =>
  <Row extends { readonly on: string }>(rows: readonly Row[]): readonly Row[] =>
    on === undefined ? rows : rows.filter((each) => each.on <= on);

const reachedBy = (db: Rows, programme: string): Promise<readonly Reached[]> =>
  db
    .selectFrom('milestones').select(['effective_on as on', 'kind', 'title', 'document', 'planned_on as plannedOn']).where('programme', '=', programme)
    .orderBy('effective_on').orderBy('position').execute();

const ratingsOf = (db: Rows, programme: string): Promise<readonly Rating[]> =>
  db
    .selectFrom('ratings').select(['effective_on as on', 'period', 'rating', 'output', 'reason', 'reference']).where('programme', '=', programme)
    .orderBy('effective_on').orderBy('position').execute();

const agreedFor = (db: Rows, programme: string) =>
  db.selectFrom('milestones_planned').select(['effective_on as on', 'kind', 'least', 'most']).where('programme', '=', programme).orderBy('position').execute();

/** The newest agreement about each kind, and how far the programme has come against it. */
function agreedAgainst(reached: readonly Reached[], planned: readonly { readonly kind: string; readonly least: number; readonly most: number }[]): readonly MilestonesAgreed[] {
  const newest = [...new Map(planned.map((each) => [each.kind, each])).values()];
  return newest.map(({ kind, least, most }) => {
    const came = reached.filter((each) => each.kind === kind).length;
    const standing = came < least ? 'below' : came < most ? 'within' : came === most ? 'full' : 'over';
    return { kind, least, most, reached: came, standing };
  });
}

const figuresOf = (db: Rows, programme: string) =>
  db
    .selectFrom('printed_figures').select(['effective_on as on', 'noted', 'subject', 'document', 'figure']).where('programme', '=', programme)
    .orderBy('noted').orderBy('line').execute();

function asOne(figures: readonly { readonly on: string; readonly noted: number; readonly subject: string; readonly document: string; readonly figure: string }[]): readonly Discrepancy[] {
  return [...Map.groupBy(figures, ({ noted }) => noted).values()].flatMap((printed) =>
    printed.slice(0, 1).map(({ on, subject }) => ({ on, subject, printed: printed.map(({ document, figure }) => ({ document, figure })) })),
  );
}

async function decisionsAbout(db: Rows, programme: string): Promise<readonly ProgrammeDecision[]> {
  const decided = await db
    .selectFrom('programme_decisions')
    .select(['reference', 'effective_on as on', 'decided_by as decidedBy', 'decided_by_name as decidedByName', 'meeting', 'item', 'verb', 'also_verb as alsoVerb', 'minute'])
    .where('programme', '=', programme).orderBy('effective_on').orderBy('position').execute();
  return decided.map(({ verb, alsoVerb, ...each }) => ({ ...each, verbs: alsoVerb === null ? [verb] : [verb, alsoVerb] }));
}

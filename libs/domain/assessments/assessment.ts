import { added, handsShown, itemsOf, keeping, kept, noRoll, nothingKeyed, stream, toReference, type ApplicationRef, type Elsewhere, type EventAbout, type EventData, type Fact, type Keyed, type Money, type Person, type Roll } from '#kernel';
import * as events from './assessment.events.js';

/** What an application was given: each assessor's points. */
export interface Assessed {
  readonly organisationName: string;
  readonly points: Readonly<Record<Person, number>>;
  /** Whoever scored it, and whoever they stood in for. */
  readonly assessors: readonly Person[];
}
export type Rank = EventData<typeof events.ApplicationsRanked>['ranks'][number];
/** How those who get something are chosen in a round: who scored what, the ranking and the sharing that stand. */
export interface AssessmentState {
  readonly scored: Keyed<Assessed>;
  readonly ranks: Keyed<Rank>;
  /** Applications that the ranking put into the reserve, in its order; those taken from it since are still among them. */
  readonly reserve: Roll<ApplicationRef>;
  readonly shares: Keyed<Money>;
  /** The version of the terms that the money was shared under. */
  readonly sharedUnder?: number | undefined;
  /** Whom somebody recommended first because of the ranking or the sharing that stands. */
  readonly actedOn?: string;
}
const nobody: AssessmentState = { scored: nothingKeyed, ranks: nothingKeyed, reserve: noRoll, shares: nothingKeyed };

type Given = Pick<EventData<typeof events.ApplicationAssessed>, 'application' | 'organisationName' | 'assessedBy' | 'points'>;
function give(state: AssessmentState, { application, organisationName, assessedBy, points }: Given, about: EventAbout): AssessmentState {
  const { points: before, assessors = [] } = kept(state.scored, application) ?? {};
  const given = { organisationName, points: { ...before, [assessedBy]: points }, assessors: [...new Set([...assessors, ...handsShown(assessedBy, about)])] };
  return { ...state, scored: keeping(state.scored, application, given) };
}

const placing = (state: AssessmentState, { ranks }: { readonly ranks: readonly Rank[] }): AssessmentState => ({
  ...state,
  ranks: ranks.reduce((known, each) => keeping(known, each.application, each), state.ranks),
  reserve: ranks.filter(({ placed }) => placed === 'reserve').reduce((known, { application }) => added(known, application), state.reserve),
});

export const assessment = stream('assessment', { noun: 'assessment of round', events, initial: nobody }).evolvedBy({
  ApplicationAssessed: give,
  AssessmentRevised: give,
  ApplicationsRanked: (state, data) => placing({ ...state, ranks: nothingKeyed, reserve: noRoll }, data),
  RankingContinued: placing,
  ApplicationTakenFromReserve(state, { application }) {
    const rank = rankOf(state, application);
    return rank ? { ...state, ranks: keeping(state.ranks, application, { ...rank, placed: 'recommended' }) } : state;
  },
  FundShared: (state, { shares, version, page = 1 }) => ({
    ...state,
    sharedUnder: version,
    shares: shares.reduce((known, { application, amount }) => keeping(known, application, amount), page === 1 ? nothingKeyed : state.shares),
  }),
  ChoiceActedOn: (state, { organisationName }) => ({ ...state, actedOn: organisationName }),
});

/** What an application was scored; undefined where nobody did. */
export const scoredOf = ({ scored }: AssessmentState, application: ApplicationRef): Assessed | undefined => kept(scored, application);

/** Who scored an application: they have no further part in deciding it. */
export const assessorsOf = (state: AssessmentState, application: ApplicationRef): readonly Person[] => scoredOf(state, application)?.assessors ?? [];

/** Where the ranking that stands puts an application; undefined where it leaves it out, or nothing was ranked. */
export const rankOf = ({ ranks }: AssessmentState, application: ApplicationRef): Rank | undefined => kept(ranks, application);

/** What the sharing that stands gives an application; undefined where it leaves it out, or nothing was shared. */
export const shareOf = ({ shares }: AssessmentState, application: ApplicationRef): Money | undefined => kept(shares, application);

/** Whether the terms changed after the money was shared, and nobody was recommended for a share yet: from the first on, the money rule stands. */
export const mustBeSharedAnew = ({ sharedUnder, actedOn }: AssessmentState, version: number | undefined): boolean =>
  sharedUnder !== undefined && actedOn === undefined && sharedUnder !== version;

/** Those that stand in the reserve before an application, in the order of the ranking. */
export function* reserveBefore(state: AssessmentState, application: ApplicationRef): Generator<ApplicationRef> {
  for (const each of itemsOf(state.reserve)) {
    if (each === application) return;
    if (rankOf(state, each)?.placed === 'reserve') yield each;
  }
}

/** Spread into what recommends an application: the first that was ranked or shared to makes the choice stand, all others append nothing. */
export function actOnRanking({ ref, state, append }: Fact<typeof events, AssessmentState>, application: ApplicationRef, organisationName: string): readonly Elsewhere[] {
  const isChosen = rankOf(state, application) !== undefined || shareOf(state, application) !== undefined;
  return isChosen && state.actedOn === undefined ? [append(events.ChoiceActedOn({ round: toReference('RD', ref), application, organisationName }))] : [];
}

import { handsShown, stream, type ApplicationRef, type EventAbout, type EventData, type Person } from '#kernel';
import * as events from './assessment.events.js';

/** What an application was given: each assessor's points. */
export interface Assessed {
  readonly organisationName: string;
  readonly points: Readonly<Record<Person, number>>;
  /** Whoever scored it, and whoever they stood in for. */
  readonly assessors: readonly Person[];
}
export type Rank = EventData<typeof events.ApplicationsRanked>['ranks'][number];
/** The competition of a round: who scored what, and the ranking that stands. */
export interface AssessmentState {
  readonly applications: Readonly<Record<ApplicationRef, Assessed>>;
  readonly ranks: readonly Rank[];
}

type Given = Pick<EventData<typeof events.ApplicationAssessed>, 'application' | 'organisationName' | 'assessedBy' | 'points'>;
function give(state: AssessmentState, { application, organisationName, assessedBy, points }: Given, about: EventAbout): AssessmentState {
  const { points: before, assessors = [] } = state.applications[application] ?? {};
  const given = { organisationName, points: { ...before, [assessedBy]: points }, assessors: [...new Set([...assessors, ...handsShown(assessedBy, about)])] };
  return { ...state, applications: { ...state.applications, [application]: given } };
}

export const assessment = stream('assessment', { noun: 'assessment of round', events, initial: { applications: {}, ranks: [] } as AssessmentState }).evolvedBy({
  ApplicationAssessed: give,
  AssessmentRevised: give,
  ApplicationsRanked: (state, { ranks }) => ({ ...state, ranks }),
  ApplicationTakenFromReserve: (state, { application }) => ({
    ...state,
    ranks: state.ranks.map((each) => (each.application === application ? { ...each, placed: 'recommended' } : each)),
  }),
});

/** Who scored an application: they have no further part in deciding it. */
export const assessorsOf = ({ applications }: AssessmentState, application: ApplicationRef): readonly Person[] =>
  applications[application]?.assessors ?? [];

/** Where the ranking that stands puts an application; undefined where it leaves it out, or nothing was ranked. */
export const rankOf = ({ ranks }: AssessmentState, application: ApplicationRef): Rank | undefined => ranks.find((each) => each.application === application);

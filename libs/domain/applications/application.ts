import { handsShown, stream, type AwardRef, type Code, type EventAbout, type EventData, type OrganisationRef, type Person } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import type { Answers } from './answers.js';
import * as events from './application.events.js';
import type { Partner } from './partners.js';
import type { Route } from './route.js';

interface Nomination {
  readonly programme: Code;
  readonly budget: BudgetLine;
  readonly organisation: OrganisationRef;
  readonly organisationName: string;
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly route: Route;
  readonly answers: Answers;
  /** How often it was sent: 1, and one more each time that it was sent again. */
  readonly number: number;
  /** What an officer asked to be put right, until it is sent again. */
  readonly returned?: string | undefined;
  /** Whoever recorded it, and whoever they stood in for: who put a bid forward does not score it. */
  readonly nominatedBy: readonly Person[];
}
/** `nominated` is an application that waits for a decision, whether it was nominated or the body sent it itself. */
export type ApplicationState =
  | { readonly stage: 'absent' }
  | ({ readonly stage: 'nominated' } & Nomination)
  | ({ readonly stage: 'withdrawn' | 'declined' } & Nomination)
  | ({ readonly stage: 'taken-forward'; readonly award: AwardRef } & Nomination);

function nominated(state: ApplicationState): { readonly stage: 'nominated' } & Nomination {
  if (state.stage !== 'nominated') throw new Error(`This application is ${state.stage}, so nothing more can have happened to it`);
  return state;
}
type Begun = Pick<EventData<typeof events.ApplicationNominated>, 'programme' | 'budget' | 'organisation' | 'organisationName' | 'title' | 'partners'>;
const begun = ({ programme, budget, organisation, organisationName, title, partners }: Begun, route: Route, answers: Answers, about: EventAbout): ApplicationState => ({
  stage: 'nominated', programme, budget, organisation, organisationName, title, partners, route, answers, number: 1, nominatedBy: handsShown(about.by, about),
});

export const application = stream('application', { events, initial: { stage: 'absent' } as ApplicationState }).evolvedBy({
  ApplicationNominated: (_, data, about) => begun(data, 'nomination', [], about),
  ApplicationSubmitted: (_, data, about) => begun(data, data.route, data.answers, about),
  ApplicationReturned: (state, { reason }) => ({ ...nominated(state), returned: reason }),
  ApplicationResubmitted: (state, { title, partners, answers, number }, about) => ({
    ...nominated(state), title, partners, answers, number, returned: undefined,
    nominatedBy: [...new Set([...nominated(state).nominatedBy, ...handsShown(about.by, about)])],
  }),
  ApplicationWithdrawn: (state) => ({ ...nominated(state), stage: 'withdrawn' }),
  ApplicationDeclined: (state) => ({ ...nominated(state), stage: 'declined' }),
  ApplicationTakenForward: (state, { award }) => ({ ...nominated(state), stage: 'taken-forward', award }),
});

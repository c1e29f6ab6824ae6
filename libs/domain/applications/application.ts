import { handsShown, stream, type AwardRef, type Code, type EventAbout, type EventData, type OrganisationRef, type Person } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import * as events from './application.events.js';
import type { Partner } from './partners.js';

interface Nomination {
  readonly programme: Code;
  readonly budget: BudgetLine;
  readonly organisation: OrganisationRef;
  readonly organisationName: string;
  readonly title: string;
  readonly partners: readonly Partner[];
  /** Whoever recorded it, and whoever they stood in for: who put a bid forward does not score it. */
  readonly nominatedBy: readonly Person[];
}
export type ApplicationState =
  | { readonly stage: 'absent' }
  | ({ readonly stage: 'nominated' } & Nomination)
  | ({ readonly stage: 'withdrawn' | 'declined' } & Nomination)
  | ({ readonly stage: 'taken-forward'; readonly award: AwardRef } & Nomination);

function nominated(state: ApplicationState): { readonly stage: 'nominated' } & Nomination {
  if (state.stage !== 'nominated') throw new Error(`This application is ${state.stage}, so nothing more can have happened to it`);
  return state;
}
const nomination = ({ programme, budget, organisation, organisationName, title, partners }: EventData<typeof events.ApplicationNominated>, about: EventAbout): Nomination => ({
  programme, budget, organisation, organisationName, title, partners, nominatedBy: handsShown(about.by, about),
});

export const application = stream('application', { events, initial: { stage: 'absent' } as ApplicationState }).evolvedBy({
  ApplicationNominated: (_, data, about) => ({ stage: 'nominated', ...nomination(data, about) }),
  ApplicationWithdrawn: (state) => ({ ...nominated(state), stage: 'withdrawn' }),
  ApplicationDeclined: (state) => ({ ...nominated(state), stage: 'declined' }),
  ApplicationTakenForward: (state, { award }) => ({ ...nominated(state), stage: 'taken-forward', award }),
});

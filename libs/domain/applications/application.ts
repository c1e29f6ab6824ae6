import { stream, type AwardRef, type Code, type EventData, type OrganisationRef } from '#kernel';
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
const nomination = ({ programme, budget, organisation, organisationName, title, partners }: EventData<typeof events.ApplicationNominated>): Nomination => ({
  programme, budget, organisation, organisationName, title, partners,
});

export const application = stream('application', { events, initial: { stage: 'absent' } as ApplicationState }).evolvedBy({
  ApplicationNominated: (_, data) => ({ stage: 'nominated', ...nomination(data) }),
  ApplicationWithdrawn: (state) => ({ ...nominated(state), stage: 'withdrawn' }),
  ApplicationDeclined: (state) => ({ ...nominated(state), stage: 'declined' }),
  ApplicationTakenForward: (state, { award }) => ({ ...nominated(state), stage: 'taken-forward', award }),
});

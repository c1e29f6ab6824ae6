import { stream, type IsoDate, type OrganisationRef } from '#kernel';
import * as events from './evaluation.events.js';

interface Appointment {
  readonly organisation: OrganisationRef;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}
/** Who evaluates a programme, and when. Findings are read from the log, no rule needs them. */
export interface EvaluationState {
  readonly appointments: readonly Appointment[];
}

export const evaluation = stream('evaluation', { noun: 'evaluation of programme', events, initial: { appointments: [] } as EvaluationState }).evolvedBy({
  EvaluatorAppointed: ({ appointments }, { organisation, startsOn, endsOn }) => ({ appointments: [...appointments, { organisation, startsOn, endsOn }] }),
  EvaluationFindingRecorded: (state) => state,
});

import { stream, type AwardRef, type Money, type OrganisationRef, type Person } from '#kernel';
import * as events from './evidence.events.js';

interface Shown {
  readonly award: AwardRef;
  readonly source: OrganisationRef;
  readonly sourceName: string;
  readonly amount: Money;
  readonly recordedBy: Person;
}
export type EvidenceState = { readonly stage: 'absent' } | ({ readonly stage: 'received' | 'assessed' } & Shown);

export const evidence = stream('evidence', { events, initial: { stage: 'absent' } as EvidenceState }).evolvedBy({
  EvidenceReceived: (_, { award, source, sourceName, amount, recordedBy }) => ({ stage: 'received', award, source, sourceName, amount, recordedBy }),
  EvidenceAssessed(state) {
    if (state.stage !== 'received') throw new Error(`Evidence that is ${state.stage} cannot be assessed`);
    return { ...state, stage: 'assessed' };
  },
});

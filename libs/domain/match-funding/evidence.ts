import { handsShown, stream, type AwardRef, type Money, type OrganisationRef, type Person } from '#kernel';
import * as events from './evidence.events.js';

interface Shown {
  readonly award: AwardRef;
  readonly source: OrganisationRef;
  readonly sourceName: string;
  readonly amount: Money;
  /** Whoever recorded it, and whoever they stood in for: neither verifies it. */
  readonly recordedBy: readonly Person[];
}
export type EvidenceState =
  | { readonly stage: 'absent' }
  | ({ readonly stage: 'received' } & Shown)
  | ({ readonly stage: 'assessed'; readonly accepted: Money; readonly rejected: Money } & Shown);

export const evidence = stream('evidence', { events, initial: { stage: 'absent' } as EvidenceState }).evolvedBy({
  EvidenceReceived: (_, { award, source, sourceName, amount, recordedBy }, about) => ({ stage: 'received', award, source, sourceName, amount, recordedBy: handsShown(recordedBy, about) }),
  EvidenceAssessed(state, { accepted, rejected }) {
    if (state.stage !== 'received') throw new Error(`Evidence that is ${state.stage} cannot be assessed`);
    return { ...state, stage: 'assessed', accepted, rejected };
  },
  EvidenceReopened(state) {
    if (state.stage !== 'assessed') throw new Error(`Evidence that is ${state.stage} cannot be reopened`);
    const { accepted: _, rejected: __, ...shown } = state;
    return { ...shown, stage: 'received' };
  },
});

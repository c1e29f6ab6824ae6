import { nil, plus, present, stream, type Code, type FundingRef, type IsoDate, type Money, type OrganisationRef } from '#kernel';
import type { HeldBy } from './funding-fields.js';
import * as events from './funding.events.js';

/** What every event about a funding repeats. */
export interface FundingAbout {
  readonly funding: FundingRef;
  readonly programme: Code;
  readonly funder: OrganisationRef;
  readonly funderName: string;
}
export type FundingState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'offered';
      readonly about: FundingAbout;
      readonly amount: Money;
      readonly from: IsoDate;
      readonly until: IsoDate;
      /** The last day as it was offered, whatever was varied since. */
      readonly offeredUntil: IsoDate;
      readonly heldBy: HeldBy;
      /** What of it has been given a use. */
      readonly assigned: Money;
      /** What we spent that it pays for. What was claimed of that, its limit holds. */
      readonly incurred: Money;
    };

export const funding = stream('funding', { events, initial: { stage: 'absent' } as FundingState }).evolvedBy({
  FundingOffered: (_, { funding: ref, programme, funder, funderName, amount, from, until, heldBy }) => ({
    stage: 'offered', about: { funding: ref, programme, funder, funderName }, amount, from, until, offeredUntil: until, heldBy, assigned: nil, incurred: nil,
  }),
  FundingVaried: (state, { amount, until }) => ({ ...present(state), amount, until }),
  FundingAssigned(state, { amount }) {
    const before = present(state);
    return { ...before, assigned: plus(before.assigned, amount) };
  },
  ContractorAppointed: (state) => state,
  ExpenseIncurred(state, { amount }) {
    const before = present(state);
    return { ...before, incurred: plus(before.incurred, amount) };
  },
});

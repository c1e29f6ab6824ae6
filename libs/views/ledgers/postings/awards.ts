import type { Money } from '#kernel';
import type { award } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import type { Account } from '../chart.js';
import { transfer, type Posting, type PostingCode } from '../posting.js';
import type { PostingRules } from './rules.js';

interface Release {
  readonly budget: BudgetLine;
  readonly released: Money;
  readonly returnedTo: 'round' | 'fund';
}
/** Money that an award gives back: to its round, or to the fund of a round that is closed. */
const giveBack = (code: PostingCode, from: Account, ref: string, { budget, released, returnedTo }: Release): readonly Posting[] =>
  transfer(code, from, returnedTo === 'round' ? 'B:Allocated' : 'B:Available', released, { ...budget, award: ref });

/** Awards: from the round through approval and signing, and back again. */
export const awardPostings: PostingRules<[typeof award]> = {
  AwardApproved: ({ ref, data: { budget, ceiling } }) => transfer('approval', 'B:Allocated', 'B:Approved', ceiling, { ...budget, award: ref }),
  AgreementSigned: ({ ref, data }) => [
    ...transfer('signing', 'B:Approved', 'B:Agreed', data.amount, { ...data.budget, award: ref }),
    ...giveBack('below-ceiling', 'B:Approved', ref, data),
    ...transfer('requirement', 'M:Requirement', 'M:Unmet', data.matchRequired, { award: ref }),
  ],
  OfferLapsed: ({ ref, data }) => giveBack('lapse', 'B:Approved', ref, data),
  AwardWithdrawn: ({ ref, data }) => giveBack('withdrawal', data.stage === 'agreed' ? 'B:Agreed' : 'B:Approved', ref, data),
  AwardClosed: ({ ref, data }) => giveBack('closure', 'B:Agreed', ref, data),
};

import { by } from '#kernel/testing/given';
import { anApplication } from '#domain/applications/testing';
import { withDelegation } from '#domain/decisions/testing';
import { AmountProposed, AwardRecommended } from '../award.events.js';
import { award } from '../award.js';
import { anAwardApproved, anAwardOffered, anAwardRecommended, approved, ceiling, firstAward, recipientName, recommended } from '../testing/index.js';
import { proposeAmount } from './propose-amount.js';

const figure = (amount: string) => ({ award: firstAward, amount });
const officer = by('officer', '2012-06-20');

describe('proposing an amount', () => {
  it('is refused before approval', () =>
    anAwardRecommended.when(proposeAmount, figure('£18,000.00'), officer).thenRefused('award-is-not-approved', { stage: 'recommended' }));

  it('is refused once the agreement is on offer', () =>
    anAwardOffered.when(proposeAmount, figure('£18,000.00'), officer).thenRefused('award-is-not-approved', { stage: 'offered' }));

  it('is refused for less than the fixed sum of the round', () =>
    withDelegation(anApplication)
      .and(award, firstAward, AwardRecommended({ ...recommended.data, terms: { kind: 'fixed', amount: ceiling } }), approved)
      .when(proposeAmount, figure('£19,999.99'), officer)
      .thenRefused('not-the-fixed-sum', { fixed: '£20,000.00', amount: '£19,999.99' }));

  it('is refused a penny over the ceiling', () =>
    anAwardApproved.when(proposeAmount, figure('£20,000.01'), officer).thenRefused('amount-is-over-ceiling', { ceiling: '£20,000.00', amount: '£20,000.01' }));

  it('may go up to the ceiling', () =>
    anAwardApproved.when(proposeAmount, figure('£20,000.00'), officer).then(AmountProposed({ amount: ceiling, ceiling, recipientName })));
});

import { by } from '#kernel/testing/given';
import { AmountProposed } from '../award.events.js';
import { anAwardApproved, anAwardOffered, anAwardRecommended, ceiling, firstAward, recipientName } from '../testing/index.js';
import { proposeAmount } from './propose-amount.js';

const figure = (amount: string) => ({ award: firstAward, amount });
const officer = by('officer', '2012-06-20');

describe('proposing an amount', () => {
  it('is refused before approval', () =>
    anAwardRecommended.when(proposeAmount, figure('£18,000.00'), officer).thenRefused('award-is-not-approved', { stage: 'recommended' }));

  it('is refused once the agreement is on offer', () =>
    anAwardOffered.when(proposeAmount, figure('£18,000.00'), officer).thenRefused('award-is-not-approved', { stage: 'offered' }));

  it('is refused a penny over the ceiling', () =>
    anAwardApproved.when(proposeAmount, figure('£20,000.01'), officer).thenRefused('amount-is-over-ceiling', { ceiling: '£20,000.00', amount: '£20,000.01' }));

  it('may go up to the ceiling', () =>
    anAwardApproved.when(proposeAmount, figure('£20,000.00'), officer).then(AmountProposed({ amount: ceiling, ceiling, recipientName })));
});

import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { AmountAgreed, AmountProposed } from '../award.events.js';
import { award } from '../award.js';
import { anAwardApproved, anAwardRecommended, anAwardWithAnAmount, ceiling, firstAward, recipientName } from '../testing/index.js';
import { agreeAmount } from './agree-amount.js';
import { offerAgreement } from './offer-agreement.js';

const figure = (amount: string) => ({ award: firstAward, amount });
const officer = by('officer', '2012-06-20');

describe('agreeing an amount', () => {
  it('is refused before approval', () => anAwardRecommended.when(agreeAmount, figure('£18,000.00'), officer).thenRefused('award-is-not-approved'));

  it('is refused when nothing was proposed', () =>
    anAwardApproved.when(agreeAmount, figure('£18,000.00'), officer).thenRefused('amount-was-not-proposed', { proposed: 'not made yet' }));

  it('is refused when something else was proposed', () =>
    anAwardWithAnAmount.when(agreeAmount, figure('£18,000.01'), officer).thenRefused('amount-was-not-proposed', { proposed: '£18,000.00', amount: '£18,000.01' }));

  it('settles what was proposed', () =>
    anAwardApproved
      .and(award, firstAward, AmountProposed({ amount: gbp(1_250_000), ceiling, recipientName }))
      .when(agreeAmount, figure('£12,500.00'), officer)
      .then(AmountAgreed({ amount: gbp(1_250_000), ceiling, recipientName })));

  it('is undone by a new proposal', () =>
    anAwardWithAnAmount
      .and(award, firstAward, AmountProposed({ amount: gbp(1_500_000), ceiling, recipientName }))
      .when(offerAgreement, { award: firstAward, document: 'MoA 2', acceptBy: '2012-07-31' }, officer)
      .thenRefused('no-amount-is-agreed'));
});

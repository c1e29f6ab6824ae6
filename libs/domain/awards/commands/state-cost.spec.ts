import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { AmountProposed } from '../award.events.js';
import { award } from '../award.js';
import { CostStated } from '../parties.events.js';
import { anAwardApproved, firstAward, recipientName } from '../testing/index.js';
import { approvedUnder, offeredUnder } from '../testing/under-terms/index.js';
import { proposeAmount } from './propose-amount.js';
import { stateCost } from './state-cost.js';

const officer = by('officer');
const state = { award: firstAward, cost: '£30,000.01', document: 'Invoice of the contractor' };
const half = { terms: { kind: 'share-of-cost', bearer: 'the council', per: 50, atLeast: gbp(1_000_000), atMost: gbp(1_800_000) } } as const;
const stated = CostStated({ cost: gbp(3_000_001), document: state.document, recipientName });
const withCost = approvedUnder(half).and(award, firstAward, stated);
const propose = (amount: string) => ({ award: firstAward, amount });

describe('stating a cost', () => {
  it('is refused where the award is no share of one', () => anAwardApproved.when(stateCost, state, officer).thenRefused('no-share-of-a-cost'));
  it('is refused once an amount is on offer', () => offeredUnder(half).when(stateCost, state, officer).thenRefused('cost-is-settled', { stage: 'offered' }));
  it('keeps the cost and the document that says it', () => approvedUnder(half).when(stateCost, state, officer).then(stated));
});

describe('proposing a share of a cost', () => {
  it('waits for the cost', () => approvedUnder(half).when(proposeAmount, propose('£15,000.00'), officer).thenRefused('cost-is-not-stated', { bearer: 'the council' }));
  it('is refused a penny under the least', () => withCost.when(proposeAmount, propose('£9,999.99'), officer).thenRefused('below-the-bound', { least: '£10,000.00' }));
  it('is refused a penny over the most', () => withCost.when(proposeAmount, propose('£18,000.01'), officer).thenRefused('above-the-bound', { most: '£18,000.00' }));
  it('is refused a penny over its per cent of the cost, rounded down', () =>
    withCost.when(proposeAmount, propose('£15,000.01'), officer).thenRefused('above-the-share-of-the-cost', { per: 50, most: '£15,000.00' }));
  it('may come to all of its share', () =>
    withCost.when(proposeAmount, propose('£15,000.00'), officer).then(AmountProposed({ amount: gbp(1_500_000), ceiling: gbp(2_000_000), recipientName })));
});

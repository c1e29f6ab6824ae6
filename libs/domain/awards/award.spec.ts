import { gbp, toDate, type NewEvent } from '#kernel';
import { AmountProposed, AwardClosed, AwardDeclined, AwardWithdrawn, OfferLapsed } from './award.events.js';
import { award } from './award.js';
import { about as terms, amount, approved, ceiling, conditioned, delegatedAuthority, offered, proposed, recipientName, recommended, settled, signed } from './testing/index.js';

const about = { ref: 'AW-2012-001', version: 1, on: toDate('2012-07-01'), by: 'person:officer' };
const fold = (...events: readonly NewEvent[]) => events.reduce((state, event) => award.evolve(state, event, about), award.initial);
const toOffer = [recommended, approved, conditioned, proposed, settled, offered];
const released = { ...terms, released: gbp(0), returnedTo: 'round' } as const;
const withdrawn = AwardWithdrawn({ ...released, reason: 'Merged', withdrawnBy: 'recipient', stage: 'agreed' });

describe('an award', () => {
  it('keeps its terms and its match condition through every stage', () => {
    expect(fold(...toOffer)).toMatchObject({ stage: 'offered', terms: { recipientName }, matchCondition: { ratio: 100 }, ceiling, amount });
    expect(fold(...toOffer, signed, AwardClosed(released))).toMatchObject({ stage: 'closed', terms: { recipientName }, matchCondition: { ratio: 100 } });
  });

  it('remembers what was signed after it is withdrawn', () => {
    expect(fold(...toOffer, signed, withdrawn)).toMatchObject({ stage: 'withdrawn', agreement: { amount, matchRequired: amount } });
    expect(fold(recommended, withdrawn)).toMatchObject({ stage: 'withdrawn', agreement: undefined });
  });

  it('forgets an agreed amount when another is proposed', () => {
    expect(fold(recommended, approved, proposed, settled, AmountProposed({ ...proposed.data, amount: gbp(1) }))).toMatchObject({ proposed: gbp(1) });
    expect(fold(recommended, approved, proposed, settled, proposed)).not.toHaveProperty('settled');
  });

  it.each<[string, readonly NewEvent[], NewEvent]>([
    ['is approved twice', [recommended, approved], approved],
    ['is declined after approval', [recommended, approved], AwardDeclined({ ...terms, ...delegatedAuthority, reason: 'Late' })],
    ['has an amount before approval', [recommended], proposed],
    ['is signed before it is offered', [recommended, approved], signed],
    ['lapses after it is signed', [...toOffer, signed], OfferLapsed({ ...released, acceptBy: toDate('2012-07-31') })],
    ['has other terms after it is offered', toOffer, conditioned],
    ['is closed before it is signed', toOffer, AwardClosed(released)],
    ['is withdrawn after it is closed', [...toOffer, signed, AwardClosed(released)], withdrawn],
  ])('whose history says that it %s is a bug, not a state', (_, history, event) => {
    expect(() => fold(...history, event)).toThrow(/cannot do what only/);
  });

  it('has no history before it is recommended', () => {
    expect(() => fold(approved)).toThrow('An award that is absent');
  });
});

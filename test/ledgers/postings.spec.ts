import { awardEvents } from '#domain/awards';
import { gbp, toCode, toDate, toPerson, toReference, type Happened } from '#kernel';
import { saving, savingEvents } from '#domain/savings';
import { ledgerViews, postingsMustBalance } from '#views/ledgers';
import { available, moneyOf } from '../../libs/views/ledgers/places.js';
import { balanced, move } from '../../libs/views/ledgers/posting.js';
import * as budgetPostings from '../../libs/views/ledgers/postings/budget.js';
import { aFullLife } from './lived.js';

const budget = { fund: toCode('IMPROVEMENT'), financialYear: 'FY1213', round: toReference('RD', 'RD-2012-001') };
const award = 'AW-2012-001';

/** An event as the view is given it. */
const happened = <Data>(data: Data): Happened<Data> => ({
  data, type: '', stream: `award-${award}`, category: 'award', ref: award, version: 1, id: '', position: 1, recordedAt: '', on: toDate('2012-06-13'), meta: {},
});

describe('What an event posts', () => {
  test('an agreement signed below its ceiling moves what was signed on and gives the rest back to the round', () => {
    const { data } = awardEvents.AgreementSigned({
      recipient: toReference('OR', 'OR-2012-001'), recipientName: 'East Riding', budget, instrument: 'deed', document: 'MoA',
      amount: gbp(1_800_000), ceiling: gbp(2_000_000), released: gbp(200_000), returnedTo: 'round', matchRequired: gbp(0),
    });
    expect(budgetPostings.AgreementSigned(happened(data)).map(({ place, amountMinor }) => [place.path, amountMinor])).toEqual([
      ['B:Approved:AW-2012-001:FY1213', 1_800_000],
      ['B:Agreed:AW-2012-001:FY1213', -1_800_000],
      ['B:Approved:AW-2012-001:FY1213', 200_000],
      ['B:Allocated:RD-2012-001:FY1213', -200_000],
    ]);
  });

  test('what an award gives back when its round is closed goes to the fund', () => {
    const { data } = awardEvents.AwardClosed({ recipient: toReference('OR', 'OR-2012-001'), recipientName: 'East Riding', budget, released: gbp(5), returnedTo: 'fund' });
    expect(budgetPostings.AwardClosed(happened(data)).map(({ place, amountMinor }) => [place.path, amountMinor])).toEqual([
      ['B:Agreed:AW-2012-001:FY1213', 5],
      ['B:Available:IMPROVEMENT:FY1213', -5],
    ]);
  });

  test('a posting that lacks its other side is refused, and so is one that crosses into another sub-ledger', () => {
    const [debit, credit] = move(available(budget), moneyOf(award, 'Agreed', budget), gbp(100), 'approved');
    if (!debit || !credit) throw new Error('Two lines were expected');
    expect(() => balanced([debit])).toThrow('do not balance: B is out by £1.00');
    expect(() => balanced([debit, { ...credit, place: { ...credit.place, account: 'M:Unmet' } }])).toThrow('do not balance: B is out by £1.00');
    expect(() => balanced([debit, { ...credit, amountMinor: -100.5 }])).toThrow('not a whole number of pence');
    expect(balanced([debit, credit])).toHaveLength(2);
  });

  test('is asked before anything is stored: a whole life passes, and a claim against a lifetime does not', async () => {
    for (const event of (await aFullLife()).log) expect(() => postingsMustBalance([event])).not.toThrow();
    const claimed = savingEvents.SavingClaimed({
      programme: toCode('FUTURE'), kind: 'income', period: { kind: 'lifetime', of: 'the programme' }, claim: 1, amount: gbp(1), newlyForecast: gbp(0), document: 'Letter', claimedBy: toPerson('officer'),
    });
    expect(() => postingsMustBalance([{ ...claimed, of: saving, stream: 'saving-SV-2012-001' }])).toThrow('not claimed against a year');
  });

  test('the ledger takes every event that has an amount of budget, payment or match in it, but for those that move nothing', async () => {
    const { log } = await aFullLife();
    const moving = new Set(log.filter(({ stream }) => /^(fund|round|award|payment|match|saving)-/.test(stream)).filter(({ data }) => JSON.stringify(data).includes('"minor"')).map(({ type }) => type));
    const taken = new Set(ledgerViews.flatMap(({ on }) => Object.keys(on)));
    // These say an amount and move none: a proposal, an offer, a refusal under a delegation of so much, how partners share what must be matched, terms,
    // the cost that an award pays a share of, and who answers for what it came to.
    const none = ['AgreementOffered', 'AmountAgreed', 'AmountProposed', 'AwardDeclined', 'CostStated', 'LeadTransferred', 'MatchSplit', 'RoundTermsRevised'];
    expect([...moving].filter((type) => !taken.has(type)).sort()).toEqual(none);
  });
});

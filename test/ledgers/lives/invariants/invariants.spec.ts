import { gbp, type Decided } from '#kernel';
import { brokenPromises } from './index.js';

/** An event with what is looked at and no more. */
const told = (stream: string, type: string, data: object): Decided => ({ stream, type, data }) as unknown as Decided;
const award = (ref: string, type: string, data: object = {}): Decided => told(`award-${ref}`, type, data);
const recommended = (ref: string, recipient: string, more: object = {}): Decided => award(ref, 'AwardRecommended', {
  programme: 'P', budget: { round: 'RD-1' }, recipient, partners: [], ...more,
});
const approved = (ref: string, more: object = {}): Decided => award(ref, 'AwardApproved', { ceiling: gbp(500), ...more });
const cap = (kind: string, most: unknown, counting = 'partners'): object => ({ caps: [{ kind, most, within: 'round', counting }] });
const days = (type: string, of: number, left: number): Decided => told('dayslog-AW-1', type, { days: of, left });
const claim = (funding: string, amount: number): Decided => told('claim-XC-1', 'ExpenseClaimed', { funding, amount: gbp(amount) });
const shared = (unshared: number, ...amounts: readonly number[]): Decided =>
  told('assessment-RD-1', 'FundShared', {
    amount: gbp(100), unshared: gbp(unshared), most: gbp(60), shares: amounts.map((amount, i) => ({ application: `AP-${i}`, amount: gbp(amount) })),
  });
const broken = (...log: readonly Decided[]): readonly string[] => brokenPromises(log).map((each) => each.replace(/^event \d+, /, ''));

describe('A history that breaks what its terms promise is found out', () => {
  it('by a body that gets one award more than its cap, as a partner too, and not where only leads count', () => {
    const partner = { partners: [{ organisation: 'OR-1' }] };
    const history = (counting: string) => [
      recommended('AW-1', 'OR-1', cap('awards', 1, counting)), approved('AW-1'), recommended('AW-2', 'OR-2', {
        ...cap('awards', 1, counting), ...partner,
      }), approved('AW-2'),
    ];
    expect(broken(...history('partners'))).toEqual(['AwardApproved: AW-2 brings OR-1 above its cap of 1 awards in the round']);
    expect(broken(...history('lead'))).toEqual([]);
    expect(broken(...history('lead'), award('AW-2', 'LeadTransferred', { recipient: 'OR-1' }))).toHaveLength(1);
    const second = [recommended('AW-2', 'OR-1', cap('awards', 1)), approved('AW-2')];
    expect(broken(recommended('AW-1', 'OR-1', cap('awards', 1)), approved('AW-1'), award('AW-1', 'AwardWithdrawn'), ...second)).toEqual([]);
    expect(broken(
      ...second, recommended('AW-1', 'OR-3', cap('awards', 1)), approved('AW-1'), award('AW-1', 'PartnerAdded', { organisation: 'OR-1' }),
    )).toHaveLength(1);
  });

  it('by money above a cap, when it is approved and when a later year is confirmed', () => {
    const first = [recommended('AW-1', 'OR-1', cap('money', gbp(900))), approved('AW-1')];
    expect(broken(
      ...first, recommended('AW-2', 'OR-1', cap('money', gbp(900))), approved('AW-2'),
    )).toEqual(['AwardApproved: AW-2 brings OR-1 above its cap of 900 money in the round']);
    expect(broken(...first, award('AW-1', 'TrancheConfirmed', { amount: gbp(401) }))).toHaveLength(1);
    expect(broken(...first, award('AW-1', 'AgreementSigned', { amount: gbp(400) }), award('AW-1', 'TrancheConfirmed', { amount: gbp(500) }))).toEqual([]);
  });

  it('by more awards or bookings than there are places', () => {
    const room = told('round-RD-1', 'RoundOpened', { scheme: { capacity: { most: 1 } } });
    const two = [recommended('AW-1', 'OR-1'), approved('AW-1', { place: true }), recommended('AW-2', 'OR-2'), approved('AW-2', { place: true })];
    expect(broken(room, ...two)).toEqual(['AwardApproved: RD-1 has room for 1 and 2 are there']);
    expect(broken(room, told('round-RD-1', 'CapacityRaised', { after: 2 }), ...two)).toEqual([]);
    const cohort = [told('cohort-CH-1', 'CohortOpened', { ours: 2 }), told('cohort-CH-1', 'PlaceBooked', { places: 2 })];
    expect(broken(...cohort, told('cohort-CH-1', 'PlaceBooked', { places: 1 }))).toEqual(['PlaceBooked: CH-1 has room for 2 and 3 are there']);
    expect(broken(...cohort, told('cohort-CH-1', 'PlaceGivenUp', { places: 2 }), told('cohort-CH-1', 'PlaceBooked', { places: 1 }))).toEqual([]);
  });

  it('by shares that are a penny out, or more than the most', () => {
    expect(broken(shared(10, 60, 30))).toEqual([]);
    expect(broken(shared(10, 60, 31))).toHaveLength(1);
    expect(broken(shared(0, 61, 39))).toEqual(['FundShared: RD-1 shares more than the most with AP-0']);
  });

  it('by days that nobody approved, that are said to be left, or that are lost', () => {
    const given = approved('AW-1', { days: 400 });
    expect(broken(
      given, days('DaysLogged', 300, 100), days('DaysCorrected', 100, 200), days('DaysReleased', 200, 0), award('AW-1', 'AwardClosed'),
    )).toEqual([]);
    expect(broken(given, days('DaysLogged', 500, 0))).toEqual(['DaysLogged: AW-1 has 100 hundredths of a day too many']);
    expect(broken(given, days('DaysLogged', 300, 200))).toHaveLength(1);
    expect(broken(given, award('AW-1', 'AwardClosed', { daysReleased: 300 }))).toHaveLength(1);
  });

  it('by claims above what was offered, or above what was spent', () => {
    const offered = [told('funding-FN-1', 'FundingOffered', { amount: gbp(100) }), told('funding-FN-1', 'ExpenseIncurred', { amount: gbp(90) })];
    expect(broken(...offered, claim('FN-1', 90))).toEqual([]);
    expect(broken(...offered, claim('FN-1', 95))).toEqual(['ExpenseClaimed: FN-1 is claimed up to 95, and 90 was spent']);
    expect(broken(...offered, claim('FN-1', 101))).toEqual(['ExpenseClaimed: FN-1 is claimed up to 101, and 100 was offered']);
    expect(broken(...offered, claim('FN-1', 90), told('claim-XC-1', 'ExpenseRejected', { funding: 'FN-1', amount: gbp(90) }), claim('FN-1', 90))).toEqual([]);
  });

  it('by phases out of order, without what opens them, or that pay too much', () => {
    const phased = recommended('AW-1', 'OR-1', { phases: [
      { code: 'survey', payable: gbp(20) }, { code: 'works', payable: gbp(30), needs: [{ output: 'plan' }] },
    ] });
    const start = (phase: string): Decided => told('delivery-AW-1', 'PhaseStarted', { phase });
    const pay = (amount: number): Decided => told('payment-PY-1', 'PaymentAuthorised', { award: 'AW-1', amount: gbp(amount) });
    const accepted = told('delivery-AW-1', 'OutputAccepted', { output: 'plan' });
    expect(broken(phased, start('survey'), pay(20), accepted, start('works'), pay(30))).toEqual([]);
    expect(broken(phased, start('works'))).toEqual(['PhaseStarted: AW-1 started works out of order']);
    expect(broken(phased, start('survey'), start('works'))).toEqual(['PhaseStarted: AW-1 started works without plan']);
    expect(broken(phased, start('survey'), pay(21))).toEqual(['PaymentAuthorised: AW-1 is paid up to 21, and its phases pay 20']);
  });
});

import { gbp, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { assessment } from '#domain/assessments';
import { assessed } from '#domain/assessments/testing';
import { limit } from '#domain/limits';
import { interests, interestsEvents } from '#domain/programmes';
import { budget, spring } from '#domain/programmes/testing';
import { award } from '../award.js';
import { CarriedForward } from '../tranche.events.js';
import { about, anAwardOffered, awardLimitRef, delegatedAuthority, delegationRef, firstAward, moved, reduced } from '../testing/index.js';
import { nextYear, nextYearLimit, openedAt, partOpened, raisedAt, signedUnder, twoYears } from '../testing/under-terms/index.js';
import { carryForward } from './carry-forward.js';

const clerk = by('clerk', '2013-03-20');
const carry = { award: firstAward, from: 0, financialYear: 'FY1314', amount: '£5,000.00', reason: 'The survey was late', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const signed = signedUnder({});
const because = 'AW-2012-001 carried forward';
const shown = { ...delegatedAuthority, authority: { ...delegatedAuthority.authority, leftBefore: gbp(4_000_000) } };
const carried = (number: number) =>
  CarriedForward({ recipient: about.recipient, recipientName: about.recipientName, from: budget, fromNumber: 0, line: nextYear, number, amount: gbp(500_000), reason: carry.reason, ...shown });
const used = moved('left', 'used', 500_000, because);

describe('carrying forward', () => {
  it('is refused before the agreement is signed', () => anAwardOffered.when(carryForward, carry, clerk).thenRefused('award-is-not-agreed', { stage: 'offered' }));

  it('is refused where the terms say that what is left of a year is lost', () =>
    signedUnder({ years: { kind: 'spread', parts: [{ financialYear: 'FY1213', per: 100 }], carryForward: 'never' } }).when(carryForward, carry, clerk).thenRefused('carry-forward-not-allowed'));

  it('is refused from a part that is not there', () => signed.when(carryForward, { ...carry, from: 3 }, clerk).thenRefused('line-is-not-there', { number: 3 }));

  it.each(['FY1213', 'FY1112'])('is refused into %s, which is not later', (financialYear) =>
    signed.when(carryForward, { ...carry, financialYear }, clerk).thenRefused('year-is-not-later', { financialYear, from: 'FY1213' }));

  it('is refused while a payment of that year is under way', () =>
    signed.and(limit, awardLimitRef, moved('agreed', 'authorised', 1, 'PY-2012-001')).when(carryForward, carry, clerk).thenRefused('payment-is-under-way'));

  it('is refused a penny above what is not drawn', () =>
    signed
      .and(limit, awardLimitRef, moved('agreed', 'authorised', 1_500_001, 'PY-2012-001'), moved('authorised', 'spent', 1_500_001, 'PY-2012-001'))
      .when(carryForward, carry, clerk)
      .thenRefused('over-what-is-undrawn', { left: '£4,999.99', amount: '£5,000.00' }));

  it('is refused without an authority that reaches so far', async () => {
    await signed.when(carryForward, carry, by('clerk', '2013-04-01')).thenRefused('delegation-is-not-in-force');
    await signed.and(limit, delegationRef, moved('left', 'used', 3_500_001, 'others')).when(carryForward, carry, clerk).thenRefused('delegation-is-used-up', { left: '£4,999.99' });
  });

  it('is refused to whoever recommended the award, and to whoever has an interest', async () => {
    await signed.when(carryForward, carry, by('officer', '2013-03-20')).thenRefused('approver-recommended-it');
    await signed
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('clerk'), nature: 'Member' }))
      .when(carryForward, carry, clerk)
      .thenRefused('interest-bars-the-round');
  });

  it('is refused to whoever scored its application', () =>
    signed.and(assessment, spring, assessed).when(carryForward, carry, by('assessor', '2013-03-20')).thenRefused('approver-assessed-it'));

  it('takes it out of one year and gives it to the next: the award comes to the same', () =>
    signed
      .when(carryForward, carry, clerk)
      .then(
        carried(1), used, reduced('agreed', 500_000, because), reduced('approved', 500_000, because), moved('allocated', 'carried-out', 500_000, because),
        openedAt('IMPROVEMENT FY1314', 'GBP', 'allocated', 500_000), partOpened('agreed', 500_000),
      ));

  it('adds to what the later year has already', () =>
    signed
      .and(limit, nextYearLimit, openedAt('IMPROVEMENT FY1314', 'GBP', 'available', 100))
      .when(carryForward, carry, clerk)
      .then(
        carried(1), used, reduced('agreed', 500_000, because), reduced('approved', 500_000, because), moved('allocated', 'carried-out', 500_000, because),
        raisedAt('GBP', 'allocated', 500_000, because), partOpened('agreed', 500_000),
      ));

  it('may carry on what was carried or confirmed before, without touching the round', () => {
    const from = { ...carry, from: 1, financialYear: 'FY1415' };
    const line = { ...budget, financialYear: 'FY1415' };
    return twoYears.when(carryForward, from, clerk).then(
      CarriedForward({ ...carried(2).data, from: nextYear, fromNumber: 1, line }),
      used, reduced('agreed', 500_000, because), moved('allocated', 'carried-out', 500_000, because), openedAt('IMPROVEMENT FY1415', 'GBP', 'allocated', 500_000), partOpened('agreed', 500_000, 2),
    );
  });

  it('keeps what a later year comes to and what its first line comes to apart', () => {
    const events = [carried(1), CarriedForward({ ...carried(2).data, from: nextYear, fromNumber: 1, line: { ...budget, financialYear: 'FY1415' }, number: 2, amount: gbp(100_000) })];
    const state = { stage: 'agreed', tranches: [], hasPlace: false, tags: {}, terms: { budget }, agreement: { amount: gbp(2_000_000), matchRequired: gbp(0) } } as unknown as typeof award.initial;
    const after = events.reduce((before, event) => award.evolve(before, event, { ref: firstAward, version: 1, on: clerk.on, by: clerk.actor }), state);
    expect(after).toMatchObject({ tranches: [{ number: 1, kind: 'part', amount: gbp(400_000) }, { number: 2, kind: 'part', amount: gbp(100_000) }] });
  });
});

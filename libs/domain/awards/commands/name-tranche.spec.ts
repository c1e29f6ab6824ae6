import { gbp, toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { fund, fundEvents, round, roundEvents } from '#domain/programmes';
import { future, sixThousand, spring } from '#domain/programmes/testing';
import { anAwardApproved, anAwardOffered, anAwardRecommended, about, firstAward } from '../testing/index.js';
import { approvedUnder, named, ofTheTrust, trust } from '../testing/under-terms/index.js';
import { TrancheNamed } from '../tranche.events.js';
import { nameTranche } from './name-tranche.js';

const manager = by('manager', '2012-06-20');
const name = { award: firstAward, financialYear: 'FY1314', upTo: '£15,000.00', subjectTo: 'approval by the Board', lapsesOn: '2013-03-31' };
const { lapsesOn: _, ...open } = name;

describe('naming a later year', () => {
  it('is refused once the terms are on offer', () => anAwardOffered.when(nameTranche, name, manager).thenRefused('terms-are-settled', { stage: 'offered' }));

  it.each(['FY1213', 'FY1112'])('is refused for %s: that year pays already, or is past', (financialYear) =>
    anAwardApproved.when(nameTranche, { ...name, financialYear }, manager).thenRefused('year-is-not-later', { financialYear, first: 'FY1213' }));

  it('is refused a second time for the same year of the same fund', () =>
    approvedUnder({}, {}, 2_000_000, [named]).when(nameTranche, name, manager).thenRefused('line-is-named-already', { number: 1 }));

  it('is refused when it would have lapsed before it was named', () =>
    anAwardApproved.when(nameTranche, { ...name, lapsesOn: '2012-06-19' }, manager).thenRefused('dates-backwards', { lapsesOn: '19 June 2012' }));

  it('is refused of a fund of another kind of money than the scheme gives', () =>
    anAwardApproved
      .and(round, spring, roundEvents.RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: { ...sixThousand, fundClass: 'revenue' }, reason: 'Revenue only' }))
      .and(fund, trust, fundEvents.FundOpened({ fund: trust, name: 'Trust', class: 'capital' }))
      .when(nameTranche, { ...name, fund: trust }, manager)
      .thenRefused('capital-from-revenue', { class: 'revenue', fund: 'TRUST', other: 'capital' }));

  it('needs a fund that exists', () => anAwardApproved.when(nameTranche, { ...name, fund: trust }, manager).thenNotFound());

  it('moves no money: a later year is only named', () => anAwardRecommended.when(nameTranche, name, manager).then(named));

  it('may name another fund for the same year, without a day on which it lapses', () =>
    anAwardApproved
      .and(fund, trust, fundEvents.FundOpened({ fund: toCode('TRUST'), name: 'Trust' }))
      .when(nameTranche, { ...open, fund: trust, financialYear: 'FY1213' }, manager)
      .then(TrancheNamed({ recipient: about.recipient, recipientName: about.recipientName, number: 1, line: ofTheTrust, upTo: gbp(1_500_000), subjectTo: 'approval by the Board' })));

  it('reads in the timeline as what it is: subject to approval', () => {
    expect(TrancheNamed.say(named.data)).toBe(
      'Up to £15,000.00 from IMPROVEMENT FY1314, round RD-2012-001 was named for East Riding of Yorkshire Council, subject to approval by the Board; it lapses on 31 March 2013',
    );
  });
});

import { gbp, toDate, toReference } from '#kernel';
import { BodiesInvited, LateApplicationAllowed } from './round.events.js';
import { isInvited, isLate, moneyRuleOf, schemeOf } from './round-in-force.js';
import { round } from './round.js';
import { opened, sixThousand, spring } from './testing/index.js';

const [leeds, hull] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002')];
const about = { ref: spring, version: 1, on: toDate('2012-06-13'), by: 'person:manager' };
const dated = round.evolve(round.initial, opened(sixThousand, { opensOn: toDate('2012-06-01'), closesOn: toDate('2012-06-30') }), about);
const named = { round: spring, name: 'Spring 2012' };
const allowed = round.evolve(dated, LateApplicationAllowed({ ...named, organisation: leeds, organisationName: 'Leeds City Council', until: toDate('2012-07-02'), reason: 'Ill' }), about);

describe('a round in force', () => {
  it.each([
    ['2012-05-31', 'not-open'],
    ['2012-06-01', 'in-time'],
    ['2012-06-30', 'in-time'],
    ['2012-07-01', 'past'],
  ])('an application of %s is %s', (on, answer) => {
    expect(isLate(dated, leeds, toDate(on))).toBe(answer);
  });

  it('takes a late one of whom it was allowed to, until that day', () => {
    expect(isLate(allowed, leeds, toDate('2012-07-02'))).toBe('allowed');
    expect(isLate(allowed, leeds, toDate('2012-07-03'))).toBe('past');
    expect(isLate(allowed, hull, toDate('2012-07-02'))).toBe('past');
  });

  it('without dates, takes them while it is open', () => {
    expect(isLate(round.evolve(round.initial, opened(sixThousand), about), leeds, toDate('2030-01-01'))).toBe('in-time');
  });

  it('knows whom it invited', () => {
    const invited = round.evolve(dated, BodiesInvited({ ...named, bodies: [{ organisation: leeds, name: 'Leeds City Council' }] }), about);
    expect([isInvited(invited, leeds), isInvited(invited, hull)]).toEqual([true, false]);
  });

  it('has its terms in version 1, and their rule for money', () => {
    expect(schemeOf(dated)).toEqual({ version: 1, terms: sixThousand });
    expect(moneyRuleOf(dated)).toEqual({ kind: 'fixed', amount: gbp(600_000) });
  });
});

import { toDate, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { LateApplicationAllowed } from '../round.events.js';
import { round } from '../round.js';
import { closed, opened, organisationsOf, sixThousand, spring } from '../testing/index.js';
import type { SchemeTerms } from '../scheme/scheme-terms.js';
import { allowLate } from './allow-late.js';

const leeds = toReference('OR', 'OR-2012-001');
const open = (late: 'never' | 'with-reason', closesOn?: string) => {
  const scheme: SchemeTerms = { ...sixThousand, intake: { kind: 'open-call', late, again: 'never' } };
  return organisationsOf('Leeds City Council').and(round, spring, opened(scheme, closesOn === undefined ? {} : { closesOn: toDate(closesOn) }));
};
const allow = { round: spring, organisation: leeds, until: '2012-06-20', reason: 'Its officer was ill' };
const manager = by('manager', '2012-06-13');

describe('allowing one body to apply late', () => {
  it('is refused once the round is closed', () => open('with-reason', '2012-06-10').and(round, spring, closed).when(allowLate, allow, manager).thenRefused('round-is-closed'));

  it('is refused where the terms take none', () => open('never', '2012-06-10').when(allowLate, allow, manager).thenRefused('round-takes-no-late-ones'));

  it('is refused where the round has no last day', () => open('with-reason').when(allowLate, allow, manager).thenRefused('round-has-no-last-day'));

  it('is refused until a day on which it would be in time', () => open('with-reason', '2012-06-20').when(allowLate, allow, manager).thenRefused('dates-backwards', { until: '20 June 2012' }));

  it('is refused until a day that is past', () => open('with-reason', '2012-06-10').when(allowLate, { ...allow, until: '2012-06-12' }, manager).thenRefused('day-is-past'));

  it.each(['2012-06-13', '2012-06-20'])('keeps the day (%s) and the reason', (until) =>
    open('with-reason', '2012-06-10')
      .when(allowLate, { ...allow, until }, manager)
      .then(LateApplicationAllowed({ round: spring, name: 'Spring 2012', organisation: leeds, organisationName: 'Leeds City Council', until: toDate(until), reason: 'Its officer was ill' })));
});

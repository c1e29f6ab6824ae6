import { toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding } from '#domain/applications/testing';
import { future } from '#domain/programmes/testing';
import { limit } from '#domain/limits';
import { AdviceGiven } from '../advice.events.js';
import { ExpertAddedToPool } from '../expert.events.js';
import { expert } from '../expert.js';
import { added, aPool, available, expertDaysRef, firstExpert, moved, removed, tenDaysFree } from '../testing/index.js';
import { giveAdvice } from './give-advice.js';

const give = { programme: 'FUTURE', topic: 'Evidence for social care', organisation: eastRiding };
const officer = by('officer');
const given = { programme: future, topic: 'Evidence for social care', organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council' };
const anAdviser = aPool.and(expert, firstExpert, available).and(limit, expertDaysRef, tenDaysFree);

describe('giving advice', () => {
  it('is refused for nobody', () => aPool.when(giveAdvice, { programme: 'FUTURE', topic: 'Evidence' }, officer).thenRefused('nobody-is-named'));

  it('is refused for a body and a number of bodies at once', () => aPool.when(giveAdvice, { ...give, bodies: { least: 12, most: 15 } }, officer).thenRefused('nobody-is-named'));

  it('is refused for at least more than at most', () =>
    aPool.when(giveAdvice, { programme: 'FUTURE', topic: 'Evidence', bodies: { least: 15, most: 12 } }, officer).thenRefused('bounds-backwards', { least: 15, most: 12 }));

  it.each([
    ['of another programme', ExpertAddedToPool({ ...added.data, programme: toCode('DIGITAL') })],
    ['who left the pool', removed],
  ])('is refused by an expert %s', (_, event) => aPool.and(expert, firstExpert, event).when(giveAdvice, { ...give, expert: firstExpert }, officer).thenRefused('expert-is-not-in-the-pool'));

  it('is refused on a day on which the expert has no time', () =>
    anAdviser.when(giveAdvice, { ...give, expert: firstExpert }, by('officer', '2012-10-01')).thenRefused('expert-is-not-available', { until: '30 September 2012' }));

  it('is refused for more days than the expert has free', () => anAdviser.when(giveAdvice, { ...give, expert: firstExpert, days: '10.5' }, officer).thenRefused('expert-is-not-free', { free: '10 days' }));

  it('uses the expert’s days', () =>
    anAdviser
      .when(giveAdvice, { ...give, expert: firstExpert, days: '0.5' }, officer)
      .then(AdviceGiven({ ...given, expert: firstExpert, days: 50, financialYear: 'FY1213' }), moved('free', 'worked', 50, 'worked for AD-2012-001')));

  it('may be given to bodies of which only the number is known, and commits nothing', () =>
    aPool
      .when(giveAdvice, { programme: 'FUTURE', topic: 'Evidence', bodies: { least: 12, most: 15 } }, officer)
      .then(AdviceGiven({ programme: future, topic: 'Evidence', bodies: { least: 12, most: 15 } })));

  it('names whoever had it, in the timeline', () => {
    expect(AdviceGiven.say(given)).toBe('Advice on Evidence for social care was given to East Riding of Yorkshire Council, without an award');
    expect(AdviceGiven.say({ programme: future, topic: 'Evidence', bodies: { least: 12, most: 15 } })).toBe('Advice on Evidence was given to 12 to 15 bodies, without an award');
  });
});

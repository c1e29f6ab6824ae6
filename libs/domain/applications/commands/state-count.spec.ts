import { by } from '#kernel/testing/given';
import { spring } from '#domain/programmes/testing';
import { CountStated } from '../entries.events.js';
import { aRoundAndBodies, anApplication } from '../testing/index.js';
import { stateCount } from './state-count.js';

const stated = { round: spring, document: 'D001, paragraph 4', stated: 2 };
const counted = CountStated({ round: spring, document: stated.document, stated: 2, listed: 1, bodies: 3 });

describe('stating how many applications came', () => {
  it('is refused while none is in the register', () => aRoundAndBodies.when(stateCount, stated, by('officer')).thenRefused('nothing-came', { round: 'Spring 2012' }));

  it('is kept beside the number in the register, and a difference is never refused', () => anApplication.when(stateCount, stated, by('officer')).then(counted));

  it('keeps the number of bodies that the document states too', () =>
    anApplication.when(stateCount, { ...stated, bodiesStated: 40 }, by('officer')).then(CountStated({ ...counted.data, bodiesStated: 40 })));

  it('says both figures in the timeline', () => {
    expect(CountStated.say(counted.data)).toBe('D001, paragraph 4 states 2 applications and the register lists 1');
    expect(CountStated.say({ ...counted.data, bodiesStated: 40 })).toBe('D001, paragraph 4 states 2 applications and the register lists 1; it states 40 bodies and the register counts 3');
  });
});

import { refuse, toReference } from '#kernel';
import { mustActForOwnBody } from './must-act-for-own-body.js';

const [leeds, york] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002')];

describe('whoever acts for one organisation', () => {
  it('may act on the records of that organisation', () => expect(mustActForOwnBody(leeds, [york, leeds])).toBeUndefined());
  it('may not act on those of others', () => expect(mustActForOwnBody(leeds, [york])).toEqual(refuse('acts-for-another-body', { actsFor: leeds })));
  it('who acts for none, as officers do, may act on all', () => expect(mustActForOwnBody(undefined, [york])).toBeUndefined());
});

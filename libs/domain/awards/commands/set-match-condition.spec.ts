import { by } from '#kernel/testing/given';
import { MatchConditionSet } from '../award.events.js';
import { anAwardApproved, anAwardOffered, anAwardRecommended, anAwardSigned, conditioned, firstAward, recipientName } from '../testing/index.js';
import { setMatchCondition } from './set-match-condition.js';

const condition = { award: firstAward, ratio: 100, payableBeforeVerified: 50 };

describe('setting a match condition', () => {
  it.each([['offered', anAwardOffered], ['agreed', anAwardSigned]])('is refused once the terms are %s', (stage, history) =>
    history.when(setMatchCondition, condition, by('officer')).thenRefused('terms-are-settled', { stage }));

  it('is possible as soon as the award is recommended', () => anAwardRecommended.when(setMatchCondition, condition, by('officer')).then(conditioned));

  it('says what share of the grant, and how much may be paid before it is verified', () =>
    anAwardApproved
      .when(setMatchCondition, { ...condition, ratio: 25, payableBeforeVerified: 0 }, by('officer'))
      .then(MatchConditionSet({ ratio: 25, payableBeforeVerified: 0, recipientName })));
});

import { by } from '#kernel/testing/given';
import { anApplication } from '#domain/applications/testing';
import { withDelegation } from '#domain/decisions/testing';
import { AwardRecommended, MatchConditionSet } from '../award.events.js';
import { award } from '../award.js';
import { anAwardApproved, anAwardOffered, anAwardRecommended, anAwardSigned, conditioned, firstAward, recipientName, recommended } from '../testing/index.js';
import { setMatchCondition } from './set-match-condition.js';

const condition = { award: firstAward, ratio: 100, payableBeforeVerified: 50 };

describe('setting a match condition', () => {
  it.each([['offered', anAwardOffered], ['agreed', anAwardSigned]])('is refused once the terms are %s', (stage, history) =>
    history.when(setMatchCondition, condition, by('officer')).thenRefused('terms-are-settled', { stage }));

  it('is refused where the terms of the round fix it', () =>
    withDelegation(anApplication)
      .and(award, firstAward, AwardRecommended({ ...recommended.data, matchRule: { ratio: 50, payableBeforeVerified: 0, from: 'public-bodies' } }))
      .when(setMatchCondition, condition, by('officer'))
      .thenRefused('round-fixes-the-match', { round: 'RD-2012-001' }));

  it('is possible as soon as the award is recommended', () => anAwardRecommended.when(setMatchCondition, condition, by('officer')).then(conditioned));

  it('says what share of the grant, and how much may be paid before it is verified', () =>
    anAwardApproved
      .when(setMatchCondition, { ...condition, ratio: 25, payableBeforeVerified: 0 }, by('officer'))
      .then(MatchConditionSet({ ratio: 25, payableBeforeVerified: 0, recipientName })));

  it('may take the cash of private partners too', () =>
    anAwardApproved
      .when(setMatchCondition, { ...condition, from: 'any-partner' }, by('officer'))
      .then(MatchConditionSet({ ...conditioned.data, from: 'any-partner' })));

  it('reads in the timeline with whose money counts, where that is said', () => {
    expect(MatchConditionSet.say(conditioned.data)).toBe(`${recipientName} must match 100 per cent of the grant; 50 per cent of it may be paid before the match is verified`);
    expect(MatchConditionSet.say({ ...conditioned.data, from: 'any-partner' })).toContain('100 per cent of the grant, from the recipient and any of its partners; 50 per cent');
  });
});

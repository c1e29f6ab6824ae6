import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { decision } from '#domain/decisions';
import { interests, interestsEvents } from '#domain/programmes';
import { board, boardDecided, firstDecision } from '#domain/decisions/testing';
import { spring } from '#domain/programmes/testing';
import { AwardDeclined } from '../award.events.js';
import { about, anAwardApproved, anAwardRecommended, delegatedAuthority, firstAward } from '../testing/index.js';
import { declineAward } from './decline-award.js';

const reason = 'The saving is not shown';
const decline = { award: firstAward, reason, authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const byBoard = { ...decline, authority: { kind: 'board', decision: firstDecision } };
const clerk = by('clerk', '2012-06-13');

describe('declining an award', () => {
  it('is refused once it is approved', () => anAwardApproved.when(declineAward, decline, clerk).thenRefused('award-is-not-recommended', { stage: 'approved' }));

  it('is refused when the board decided about another award', () =>
    anAwardRecommended
      .and(decision, firstDecision, boardDecided('declined', 'AW-2012-009'))
      .when(declineAward, byBoard, clerk)
      .thenRefused('decision-is-about-another-award', { decision: firstDecision, other: 'AW-2012-009' }));

  it('is refused on a day before the board decided', () =>
    anAwardRecommended
      .andOn('2012-07-02', decision, firstDecision, boardDecided('declined'))
      .when(declineAward, byBoard, by('clerk', '2012-07-01'))
      .thenRefused('decided-later', { decidedOn: '2 July 2012' }));

  it('is refused when the board said something else', () =>
    anAwardRecommended
      .and(decision, firstDecision, boardDecided('commented'))
      .when(declineAward, byBoard, clerk)
      .thenRefused('verb-does-not-decline', { body: 'Improvement Board', verb: 'commented on' }));

  it('is refused under a delegation that is not in force', () =>
    anAwardRecommended.when(declineAward, decline, by('clerk', '2013-04-01')).thenRefused('delegation-is-not-in-force', { on: '1 April 2013' }));

  it('is refused to whoever declared an interest in the round', () =>
    anAwardRecommended
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('clerk'), nature: 'Member of another bidder’s council' }))
      .when(declineAward, decline, clerk)
      .thenRefused('interest-bars-the-round'));

  it('under delegation keeps the reason and uses up nothing', () =>
    anAwardRecommended.when(declineAward, decline, clerk).then(AwardDeclined({ ...about, ...delegatedAuthority, reason })));

  it('by a board keeps where it was minuted', () =>
    anAwardRecommended
      .and(decision, firstDecision, boardDecided('declined'))
      .when(declineAward, byBoard, clerk)
      .then(
        AwardDeclined({
          ...about,
          reason,
          decidedBy: board,
          decidedByName: 'Improvement Board',
          authority: { kind: 'board', decision: firstDecision, body: board, meeting: '2 July 2012', item: '4', minute: 'IB 2012-07-02/4' },
        }),
      ));
});

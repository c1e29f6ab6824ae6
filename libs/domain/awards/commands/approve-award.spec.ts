import { gbp, toCode, toPerson } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { anApplication } from '#domain/applications/testing';
import { assessment } from '#domain/assessments';
import { assessed } from '#domain/assessments/testing';
import { decision, decisionEvents, type Verb } from '#domain/decisions';
import { interests, interestsEvents } from '#domain/programmes';
import { board, boardDecided, firstDecision, withDelegation } from '#domain/decisions/testing';
import { limit, limitEvents } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { AwardApproved, AwardRecommended } from '../award.events.js';
import { award } from '../award.js';
import { anAwardApproved, anAwardRecommended, approved, delegationRef, firstAward, linked, linkedLimitRef, moved, opened, recommended, reduced, roundLimitRef } from '../testing/index.js';
import { approveAward } from './approve-award.js';

const underDelegation = { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' };
const approve = { award: firstAward, ceiling: '£20,000.00', authority: underDelegation };
const clerk = by('clerk', '2012-06-13');
const byBoard = { ...approve, authority: { kind: 'board', decision: firstDecision } };
const recommendedOn = (terms: Partial<typeof recommended.data>) =>
  withDelegation(anApplication).and(award, firstAward, AwardRecommended({ ...recommended.data, ...terms }));
const decided = (verb: Verb, award?: string) => anAwardRecommended.and(decision, firstDecision, boardDecided(verb, award));

describe('approving an award', () => {
  it('is refused when it is approved already', () => anAwardApproved.when(approveAward, approve, clerk).thenRefused('award-is-not-recommended', { stage: 'approved' }));

  it('is refused when the board decided about another award', () =>
    decided('confirmed', 'AW-2012-009').when(approveAward, byBoard, clerk).thenRefused('decision-is-about-another-award', { other: 'AW-2012-009' }));

  it('is refused when the board decided about a programme, even one whose code reads like this award', () => {
    const { award: _, ...minuted } = boardDecided('approved').data;
    const ofProgramme = decisionEvents.ProgrammeDecisionRecorded({ ...minuted, programme: toCode(firstAward) });
    return anAwardRecommended.and(decision, firstDecision, ofProgramme).when(approveAward, byBoard, clerk).thenRefused('decision-is-about-another-award', { other: firstAward });
  });

  it('is refused on a day before the board decided', () =>
    anAwardRecommended
      .andOn('2012-07-02', decision, firstDecision, boardDecided('confirmed'))
      .when(approveAward, byBoard, by('clerk', '2012-07-01'))
      .thenRefused('decided-later', { decision: firstDecision, decidedOn: '2 July 2012', on: '1 July 2012' }));

  it.each(['noted', 'supported', 'endorsed', 'commented', 'asked', 'declined'] as const)('is refused when the board only %s', (verb) =>
    decided(verb).when(approveAward, byBoard, clerk).thenRefused('verb-does-not-commit', { body: 'Improvement Board' }));

  it.each(['2012-03-31', '2013-04-01'])('is refused outside the days of the delegation (%s)', (on) =>
    anAwardRecommended.when(approveAward, approve, by('clerk', on)).thenRefused('delegation-is-not-in-force', { body: 'Lead Members' }));

  it('is refused under a delegation that nobody gave', () =>
    anAwardRecommended.when(approveAward, { ...approve, authority: { ...underDelegation, body: board } }, clerk).thenRefused('delegation-is-not-in-force'));

  it('is refused a penny over the ceiling of the programme', () =>
    anAwardRecommended.when(approveAward, { ...approve, ceiling: '£20,000.01' }, clerk).thenRefused('over-programme-ceiling', { ceiling: '£20,000.00' }));

  it.each(['£5,999.99', '£6,000.01'])('is refused at %s in a round that gives a fixed sum', (ceiling) =>
    recommendedOn({ terms: { kind: 'fixed', amount: gbp(600_000) } })
      .when(approveAward, { ...approve, ceiling }, clerk)
      .thenRefused('not-the-fixed-sum', { fixed: '£6,000.00', amount: ceiling }));

  it('is refused a penny over the ceiling of the round', () =>
    recommendedOn({ terms: { kind: 'ceiling', upTo: gbp(1_500_000) } })
      .when(approveAward, { ...approve, ceiling: '£15,000.01' }, clerk)
      .thenRefused('over-round-ceiling', { ceiling: '£15,000.00' }));

  it('is refused a penny over what was delegated for one award', () =>
    recommendedOn({ awardCeiling: gbp(3_000_000) })
      .when(approveAward, { ...approve, ceiling: '£20,000.01' }, clerk)
      .thenRefused('over-delegated-limit', { body: 'Lead Members', limit: '£20,000.00', counted: '£0.00', needed: '£20,000.01' }));

  it('is refused when an award is split to fit: others of its recipient in the round count, whoever approved them', () =>
    anAwardRecommended
      .and(limit, linkedLimitRef, linked, reduced('approved', 1_000_000, 'signed for less'))
      .when(approveAward, { ...approve, ceiling: '£10,000.01' }, clerk)
      .thenRefused('over-delegated-limit', { limit: '£20,000.00', counted: '£10,000.00', needed: '£10,000.01' }));

  it('is refused when earlier approvals used the delegation up', () =>
    anAwardRecommended
      .and(limit, delegationRef, moved('left', 'used', 4_000_001, 'earlier awards'))
      .when(approveAward, approve, clerk)
      .thenRefused('delegation-is-used-up', { left: '£19,999.99', needed: '£20,000.00' }));

  it('is refused when the round has too little left', () =>
    anAwardRecommended
      .and(limit, roundLimitRef, moved('allocated', 'approved', 8_000_001, 'earlier awards'))
      .when(approveAward, approve, clerk)
      .thenRefused('round-is-too-small', { left: '£19,999.99', needed: '£20,000.00' }));

  it('is refused to whoever declared an interest in the round', () =>
    anAwardRecommended
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('clerk'), nature: 'Member of another bidder’s council' }))
      .when(approveAward, approve, clerk)
      .thenRefused('interest-bars-the-round'));

  it('is refused to whoever recommended it', () => anAwardRecommended.when(approveAward, approve, by('officer')).thenRefused('approver-recommended-it'));

  it('is refused to whoever scored the application', () =>
    anAwardRecommended.and(assessment, spring, assessed).when(approveAward, approve, by('assessor')).thenRefused('approver-assessed-it'));

  it('is refused to whoever it was recommended or scored in the name of', async () => {
    const lender = toPerson('lender');
    await anAwardRecommended.inTheNameOf(lender).when(approveAward, approve, by('lender')).thenRefused('approver-recommended-it');
    const scored = given(assessment, spring, assessed).inTheNameOf(lender);
    await anAwardRecommended.andAll(scored).when(approveAward, approve, by('lender')).thenRefused('approver-assessed-it');
  });

  it('under delegation uses up the delegation and the round, and counts for its recipient', () =>
    anAwardRecommended
      .when(approveAward, approve, clerk)
      .then(approved, moved('left', 'used', 2_000_000, firstAward), linked, moved('allocated', 'approved', 2_000_000, firstAward), opened));

  it('adds to what its recipient has in the round already', () =>
    recommendedOn({ terms: { kind: 'ceiling', upTo: gbp(2_000_000) } })
      .and(limit, linkedLimitRef, { ...linked, data: { ...linked.data, amount: 1_500_000 } })
      .when(approveAward, { ...approve, ceiling: '£5,000.00' }, clerk)
      .then(
        { ...approved, data: { ...approved.data, ceiling: gbp(500_000) } },
        moved('left', 'used', 500_000, firstAward),
        limitEvents.LimitRaised({ unit: 'GBP', bucket: 'approved', amount: 500_000, because: firstAward }),
        moved('allocated', 'approved', 500_000, firstAward),
        { ...opened, data: { ...opened.data, amount: 500_000 } },
      ));

  it('by a board uses up the round, and keeps where it was minuted', () =>
    decided('confirmed')
      .when(approveAward, { ...byBoard, ceiling: '£15,000.00' }, clerk)
      .then(
        AwardApproved({
          ...approved.data,
          ceiling: gbp(1_500_000),
          verb: 'confirmed',
          decidedBy: board,
          decidedByName: 'Improvement Board',
          authority: { kind: 'board', decision: firstDecision, body: board, meeting: '2 July 2012', item: '4', minute: 'IB 2012-07-02/4' },
        }),
        { ...linked, data: { ...linked.data, amount: 1_500_000 } },
        moved('allocated', 'approved', 1_500_000, firstAward),
        { ...opened, data: { ...opened.data, amount: 1_500_000 } },
      ));

  it('needs an award, a decision and a body that exist', async () => {
    await givenNothing().when(approveAward, approve, clerk).thenNotFound();
    await anAwardRecommended.when(approveAward, byBoard, clerk).thenNotFound();
    await anAwardRecommended.when(approveAward, { ...approve, authority: { ...underDelegation, body: 'nobody' } }, clerk).thenNotFound();
  });

  it('reads in the timeline with the body that decided and its authority', () => {
    expect(AwardApproved.say(approved.data)).toBe(
      'Lead Members approved up to £20,000.00 for East Riding of Yorkshire Council, under delegation 1 (up to £20,000.00 for each award, £60,000.00 left), minute LM 2012-06-13/1',
    );
  });
});

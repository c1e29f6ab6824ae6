import { gbp, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { assessment } from '#domain/assessments';
import { assessed } from '#domain/assessments/testing';
import { board, boardDecided, firstDecision } from '#domain/decisions/testing';
import { decision } from '#domain/decisions';
import { interests, interestsEvents } from '#domain/programmes';
import { limit } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { AwardClosed } from '../award.events.js';
import { award } from '../award.js';
import { TrancheConfirmed, TrancheLapsed } from '../tranche.events.js';
import { about, anAwardApproved, firstAward, linkedLimitRef, moved } from '../testing/index.js';
import { approvedUnder, capped, confirmedAt, moneyOf, named, nextYearLimit, openedAt, partOpened, raisedAt, recommendedUnder, reducedAt, signedUnder } from '../testing/under-terms/index.js';
import { confirmTranche } from './confirm-tranche.js';

const clerk = by('clerk', '2013-03-01');
const confirm = { award: firstAward, number: 1, amount: '£12,000.00', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const byBoard = { ...confirm, authority: { kind: 'board', decision: firstDecision } };
const withMoney = (before: ReturnType<typeof approvedUnder>) => before.and(limit, nextYearLimit, openedAt('IMPROVEMENT FY1314', 'GBP', 'available', 1_200_000));
const approved = withMoney(approvedUnder({}, {}, 2_000_000, [named]));
const signed = withMoney(signedUnder({}, {}, 2_000_000, {}, [named]));
const decided = (history: typeof approved, verb: Parameters<typeof boardDecided>[0] = 'confirmed') => history.andOn('2013-02-20', decision, firstDecision, boardDecided(verb));
const raised = raisedAt('GBP', 'approved', 1_200_000, firstAward);

describe('confirming a later year', () => {
  it('is refused before the award itself is approved', () => withMoney(recommendedUnder({}, [named])).when(confirmTranche, confirm, clerk).thenRefused('award-is-not-approved', { stage: 'recommended' }));

  it('is refused after the award has ended', () =>
    signed.and(award, firstAward, AwardClosed({ ...about, released: gbp(0), returnedTo: 'round' })).when(confirmTranche, confirm, clerk).thenRefused('award-is-not-approved', { stage: 'closed' }));

  it('is refused for what was never named, and for what lapsed', async () => {
    await anAwardApproved.when(confirmTranche, confirm, clerk).thenRefused('tranche-is-not-conditional', { number: 1, stage: 'not there' });
    const { upTo, subjectTo: _, ...rest } = named.data;
    await approved.and(award, firstAward, TrancheLapsed({ ...rest, named: upTo, because: 'nobody asked' })).when(confirmTranche, confirm, clerk).thenRefused('tranche-is-not-conditional', { stage: 'lapsed' });
  });

  it('is refused a penny above what was named', () => approved.when(confirmTranche, { ...confirm, amount: '£15,000.01' }, clerk).thenRefused('more-than-named', { named: '£15,000.00' }));

  it('is refused after the last day on which it might be confirmed, and taken on that day', async () => {
    await decided(approved).when(confirmTranche, byBoard, by('clerk', '2013-04-01')).thenRefused('lapsed-on', { lapsesOn: '31 March 2013' });
    await decided(approved).when(confirmTranche, { ...byBoard, amount: '£15,000.00' }, by('clerk', '2013-03-31')).thenRefused('other-fund-is-too-small');
  });

  it('is refused a penny over what one body may have in the round, its later years included', () =>
    decided(withMoney(approvedUnder({ terms: { kind: 'ceiling-per-body', upTo: gbp(3_199_999) } }, {}, 2_000_000, [named])))
      .when(confirmTranche, byBoard, clerk)
      .thenRefused('over-body-ceiling', { ceiling: '£31,999.99', counted: '£20,000.00', needed: '£12,000.00' }));

  it.each(['noted', 'declined'] as const)('is refused when the board only %s', (verb) => decided(approved, verb).when(confirmTranche, byBoard, clerk).thenRefused('verb-does-not-commit'));

  it('is refused under a delegation that does not reach both years together', () =>
    approved.when(confirmTranche, confirm, clerk).thenRefused('over-delegated-limit', { limit: '£20,000.00', counted: '£20,000.00', needed: '£12,000.00' }));

  it('is refused when its fund has too little for that year', () =>
    decided(approved).when(confirmTranche, { ...byBoard, amount: '£12,000.01' }, clerk).thenRefused('other-fund-is-too-small', { financialYear: 'FY1314', left: '£12,000.00' }));

  it('is refused when the body would come above its cap', () =>
    decided(withMoney(approvedUnder({ caps: [{ kind: 'money', most: gbp(3_000_000), within: 'round', counting: 'lead' }] }, {}, 2_000_000, [named])))
      .and(limit, moneyOf('OR-2012-001'), capped('OR-2012-001', 'GBP', 2_000_000))
      .when(confirmTranche, byBoard, clerk)
      .thenRefused('body-is-at-its-cap', { counted: '£20,000.00', most: '£30,000.00' }));

  it('is refused to whoever recommended the award, and to whoever has an interest in its round', async () => {
    await decided(approved).when(confirmTranche, byBoard, by('officer', '2013-03-01')).thenRefused('approver-recommended-it');
    await decided(approved)
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('clerk'), nature: 'Member' }))
      .when(confirmTranche, byBoard, clerk)
      .thenRefused('interest-bars-the-round');
  });

  it('is refused to whoever scored its application', () =>
    decided(approved).and(assessment, spring, assessed).when(confirmTranche, byBoard, by('assessor', '2013-03-01')).thenRefused('approver-assessed-it'));

  it('commits the money of that year: approved, as the award is', () =>
    decided(approved).when(confirmTranche, byBoard, clerk).then(
      TrancheConfirmed({ ...confirmedAt(1_200_000, 'approved').data, ...byTheBoard }), raised, moved('available', 'allocated', 1_200_000, firstAward), partOpened('approved', 1_200_000),
    ));

  it('counts as agreed at once where the agreement was signed before', () =>
    decided(signed).when(confirmTranche, byBoard, clerk).then(
      TrancheConfirmed({ ...confirmedAt(1_200_000, 'agreed').data, ...byTheBoard }), raised, moved('available', 'allocated', 1_200_000, firstAward), partOpened('agreed', 1_200_000),
    ));

  it('uses up a delegation that reaches so far', () =>
    approved
      .and(limit, linkedLimitRef, reducedAt('GBP', 'approved', 1_900_000, 'signed for less'))
      .when(confirmTranche, confirm, clerk)
      .then(confirmedWithLeft(4_000_000), moved('left', 'used', 1_200_000, firstAward), raised, moved('available', 'allocated', 1_200_000, firstAward), partOpened('approved', 1_200_000)));
});

const byTheBoard = {
  decidedBy: board,
  decidedByName: 'Improvement Board',
  authority: { kind: 'board', decision: firstDecision, body: board, meeting: '2 July 2012', item: '4', minute: 'IB 2012-07-02/4' },
} as const;
function confirmedWithLeft(pence: number) {
  const { data } = confirmedAt(1_200_000, 'approved');
  return TrancheConfirmed({ ...data, authority: { ...data.authority, leftBefore: gbp(pence) } as typeof data.authority });
}

import { gbp, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { applicationEvents, entries, entriesEvents } from '#domain/applications';
import { entered, firstApplication, left } from '#domain/applications/testing';
import { assessment, assessmentEvents } from '#domain/assessments';
import { second, secondApplication, withSecond, withTerms } from '#domain/assessments/testing';
import { limit, queue, queueEvents } from '#domain/limits';
import { roundEvents, type SchemeTerms } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { AwardRecommended } from '../award.events.js';
import { recommended, recipientName } from '../testing/index.js';
import { caps, laterYear, openedAt, trust } from '../testing/under-terms/index.js';
import { recommendAward } from './recommend-award.js';

const officer = by('officer');
const fixed = { kind: 'fixed', amount: gbp(250_000) } as const;
const cash: SchemeTerms = { support: [{ kind: 'cash' }], money: fixed };
const first = { application: firstApplication };
const forward = [applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }), left('taken-forward')];
const acted = roundEvents.TermsActedOn({ round: spring, name: 'Spring 2012' });
const firstCome = { ...cash, selection: { kind: 'first-come', number: 2 } } as const;

describe('recommending an award of a scheme', () => {
  it('keeps which version of the terms it stands under, and tells the round that they are acted on', () =>
    withTerms(cash).when(recommendAward, first, officer).then(AwardRecommended({ ...recommended.data, terms: fixed, termsVersion: 2 }), ...forward, acted));

  it('copies what it has to obey, and nothing else', () => {
    const phases = [{ code: trust, name: 'Survey' }];
    const otherFunds = [{ fund: trust, financialYear: 'FY1213', per: 40 }];
    const support = [{ kind: 'cash' }, { kind: 'days', upTo: 600 }] as const;
    const all: SchemeTerms = { ...cash, support, caps, capacity: { planned: 4, most: 5, waitingList: true }, phases, years: laterYear, otherFunds, selection: { kind: 'officers' } };
    return withTerms(all)
      .when(recommendAward, first, officer)
      .then(AwardRecommended({ ...recommended.data, terms: fixed, support, caps, capacity: true, phases, years: laterYear, funders: otherFunds, termsVersion: 2 }), ...forward, acted);
  });

  it('is refused to a body that does not meet a rule that refuses', () =>
    withTerms(cash)
      .and(entries, spring, entriesEvents.ApplicationsScreened({ round: spring, version: 2, page: 1, pages: 1, results: [{ application: firstApplication, met: false, flags: 0 }] }))
      .when(recommendAward, first, officer)
      .thenRefused('not-eligible', { name: recipientName }));

  it('is refused out of turn, where whoever comes first is served first', () =>
    withSecond(withTerms(firstCome)).when(recommendAward, { application: secondApplication }, officer).thenRefused('another-is-ahead', { name: recipientName }));

  it('is the turn of whoever a place of the waiting list is kept for, also while another that came earlier waits behind', () => {
    const waiting = { who: secondApplication, name: second.organisationName, places: 1 };
    const joined = queueEvents.QueueJoined({ holder: spring, ...waiting, because: 'All places are taken' });
    const called = queueEvents.QueueAdvanced({ holder: spring, called: [waiting], because: 'AW-2012-001 withdrawn' });
    const withList = withSecond(withTerms({ ...firstCome, capacity: { planned: 1, most: 2, waitingList: true } }));
    const recommend = { application: secondApplication };
    return Promise.all([
      withList.and(queue, spring, joined).when(recommendAward, recommend, officer).thenRefused('another-is-ahead', { name: recipientName }),
      withList
        .and(queue, spring, joined, called)
        .when(recommendAward, recommend, officer)
        .then(
          AwardRecommended({
            ...recommended.data, terms: fixed, termsVersion: 2, turn: true, capacity: true, application: secondApplication, recipient: second.organisation,
            recipientName: second.organisationName, partners: [],
          }),
          forward[0] ?? acted,
          entriesEvents.ApplicationLeft({ round: spring, application: secondApplication, organisationName: second.organisationName, because: 'taken-forward' }),
          acted, openedAt('awards served in turn', 'COUNT', 'taken', 1),
        ),
    ]);
  });

  it('takes a turn, as long as the number lasts', async () => {
    const inTurn = AwardRecommended({ ...recommended.data, terms: fixed, termsVersion: 2, turn: true });
    await withSecond(withTerms(firstCome)).when(recommendAward, first, officer).then(inTurn, ...forward, acted, openedAt('awards served in turn', 'COUNT', 'taken', 1));
    await withTerms(firstCome).and(limit, `turns.${spring}`, openedAt('awards served in turn', 'COUNT', 'taken', 2)).when(recommendAward, first, officer).thenRefused('number-is-reached', { number: 2, taken: 2 });
  });

  it('is the next one’s turn when the first has left', () =>
    withSecond(withTerms(firstCome))
      .and(entries, spring, left('withdrawn'))
      .when(recommendAward, { application: secondApplication }, officer)
      .then(
        AwardRecommended({ ...recommended.data, terms: fixed, termsVersion: 2, turn: true, application: secondApplication, recipient: second.organisation, recipientName: second.organisationName, partners: [] }),
        forward[0] ?? acted,
        entriesEvents.ApplicationLeft({ round: spring, application: secondApplication, organisationName: second.organisationName, because: 'taken-forward' }),
        acted, openedAt('awards served in turn', 'COUNT', 'taken', 1),
      ));

  describe('that shares a fund', () => {
    const shared = withTerms({ ...cash, money: { kind: 'share-of-fund', by: { kind: 'equal' } } });
    const shares = (pence: number) =>
      assessmentEvents.FundShared({
        round: spring, amount: gbp(1_000_000), by: { kind: 'equal' }, bodies: 1, unshared: gbp(0),
        shares: [{ application: firstApplication, organisation: entered.data.organisation, organisationName: recipientName, weight: 1, amount: gbp(pence) }],
      });

    it('waits for the sharing', () => shared.when(recommendAward, first, officer).thenRefused('share-is-not-set', { round: 'Spring 2012' }));
    it('recommends nothing for a share of nothing', () => shared.and(assessment, spring, shares(0)).when(recommendAward, first, officer).thenRefused('share-is-nil'));
    it('is refused once the terms changed after the sharing, until it is shared again', async () => {
      const { data } = shares(333_334);
      const under = (version: number) => shared.and(assessment, spring, assessmentEvents.FundShared({ ...data, version }));
      await under(1).when(recommendAward, first, officer).thenRefused('share-is-of-other-terms', { round: 'Spring 2012' });
      await under(1).and(assessment, spring, assessmentEvents.FundShared({ ...data, version: 2, shares: [] })).when(recommendAward, first, officer).thenRefused('share-is-not-set');
      const chosen = assessmentEvents.ChoiceActedOn({ round: spring, application: firstApplication, organisationName: recipientName });
      await under(1).and(assessment, spring, chosen).when(recommendAward, first, officer).then(AwardRecommended({ ...recommended.data, terms: { kind: 'fixed', amount: gbp(333_334) }, termsVersion: 2 }), ...forward, acted);
    });

    it('is for its share, neither more nor less', () =>
      shared
        .and(assessment, spring, shares(333_334))
        .when(recommendAward, first, officer)
        .then(
          AwardRecommended({ ...recommended.data, terms: { kind: 'fixed', amount: gbp(333_334) }, termsVersion: 2 }), ...forward,
          assessmentEvents.ChoiceActedOn({ round: spring, application: firstApplication, organisationName: recipientName }), acted,
        ));
  });
});

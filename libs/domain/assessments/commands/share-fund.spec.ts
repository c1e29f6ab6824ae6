import { gbp, toCode, toDate, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { entries, entriesEvents } from '#domain/applications';
import { anApplication, eastRiding, firstApplication, left } from '#domain/applications/testing';
import { interests, interestsEvents, type RoundTerms, type SharingRule } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { ChoiceActedOn, FundShared } from '../assessment.events.js';
import { assessment, shareOf } from '../assessment.js';
import { second, secondApplication, withSecond, withTerms } from '../testing/index.js';
import { shareFund } from './share-fund.js';

const homes = toCode('homes');
const equal = { kind: 'equal' } as const;
const byHomes = { kind: 'weight', question: homes } as const;
const sharing = (rule: SharingRule, most?: number) =>
  withTerms({ support: [{ kind: 'cash' }], money: { kind: 'share-of-fund', by: rule, ...(most === undefined ? {} : { most: gbp(most) }) } satisfies RoundTerms });
const first = { application: firstApplication, organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council' };
/** East Riding and Scarborough; Scarborough says how many homes it has. */
const two = (rule: SharingRule, most?: number) => withSecond(sharing(rule, most), [{ question: homes, number: 300 }]);
const weights = [{ application: firstApplication, weight: 700 }];
const manager = by('manager');
const about = { round: spring, by: equal, bodies: 2, unshared: gbp(0), version: 2 } as const;

describe('sharing the money of a round', () => {
  it('is refused where its terms do not share it', () => anApplication.when(shareFund, { round: spring }, manager).thenRefused('not-a-shared-fund', { round: 'Spring 2012' }));

  it('is refused once an award was recommended for a share', () =>
    two(equal)
      .and(assessment, spring, ChoiceActedOn({ round: spring, application: firstApplication, organisationName: 'East Riding' }))
      .when(shareFund, { round: spring }, manager)
      .thenRefused('share-is-acted-on', { name: 'East Riding' }));

  it('is refused when nobody is left to share', () => sharing(equal).and(entries, spring, left('withdrawn')).when(shareFund, { round: spring }, manager).thenRefused('nothing-to-share-among'));

  it('is refused above what the round has', () =>
    two(equal).when(shareFund, { round: spring, amount: '£100,000.01' }, manager).thenRefused('round-is-too-small', { left: '£100,000.00', needed: '£100,000.01' }));

  it('is refused with weights where the shares are equal', () => two(equal).when(shareFund, { round: spring, weights }, manager).thenRefused('shares-are-equal'));

  it('is refused with a weight for somebody else', () =>
    two(byHomes)
      .when(shareFund, { round: spring, weights: [...weights, { application: 'AP-2012-009', weight: 1 }] }, manager)
      .thenRefused('weights-name-another', { application: 'AP-2012-009' }));

  it('is refused while somebody has no weight', () =>
    two(byHomes).when(shareFund, { round: spring }, manager).thenRefused('weight-is-missing', { name: 'East Riding of Yorkshire Council', question: 'homes' }));

  it('is refused when the weights do not come to what the terms say', () =>
    two({ ...byHomes, sumsTo: 1_001 }).when(shareFund, { round: spring, weights }, manager).thenRefused('weights-do-not-sum', { sum: 1_000, stated: 1_001 }));

  it('is refused when every weight is nought', () =>
    withSecond(sharing(byHomes), [{ question: homes, number: 0 }])
      .when(shareFund, { round: spring, weights: [{ ...weights[0], weight: 0 }, { application: secondApplication, weight: 0 }] }, manager)
      .thenRefused('weights-say-nothing', { sum: 0 }));

  it('is refused with a weight other than the one that a body answered itself', () =>
    two(byHomes)
      .when(shareFund, { round: spring, weights: [...weights, { application: secondApplication, weight: 999_999 }] }, manager)
      .thenRefused('weight-was-answered', { name: second.organisationName, answered: 300, weight: 999_999 }));

  it('is refused to whoever has an interest in the round', () =>
    two(equal)
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('manager'), nature: 'Member of the council of one bidder' }))
      .when(shareFund, { round: spring }, manager)
      .thenRefused('interest-bars-the-round'));

  it('in equal parts gives the odd penny to whoever came first', () =>
    two(equal)
      .when(shareFund, { round: spring, amount: '£0.03' }, manager)
      .then(FundShared({ ...about, amount: gbp(3), shares: [{ ...first, weight: 1, amount: gbp(2) }, { ...second, weight: 1, amount: gbp(1) }] })));

  it('among more bodies than there are pennies gives a penny to each of the first, and nothing to the others', () =>
    two(equal)
      .when(shareFund, { round: spring, amount: '£0.01' }, manager)
      .then(FundShared({ ...about, amount: gbp(1), shares: [{ ...first, weight: 1, amount: gbp(1) }, { ...second, weight: 1, amount: gbp(0) }] })));

  it('by weight gives nothing for a weight of nought, and all of it to the others', () =>
    two(byHomes)
      .when(shareFund, { round: spring, amount: '£1,000.01', weights: [{ application: firstApplication, weight: 0 }] }, manager)
      .then(FundShared({ ...about, by: byHomes, amount: gbp(100_001), shares: [{ ...first, weight: 0, amount: gbp(0) }, { ...second, weight: 300, amount: gbp(100_001) }] })));

  it('by weight takes what was answered, and what is given for whoever did not answer', () =>
    two({ ...byHomes, sumsTo: 1_000 })
      .when(shareFund, { round: spring, weights }, manager)
      .then(
        FundShared({
          ...about, by: { ...byHomes, sumsTo: 1_000 }, amount: gbp(10_000_000),
          shares: [{ ...first, weight: 700, amount: gbp(7_000_000) }, { ...second, weight: 300, amount: gbp(3_000_000) }],
        }),
      ));

  it('gives nobody more than the most, and says what is left over', () =>
    two(equal, 4_000_000)
      .when(shareFund, { round: spring }, manager)
      .then(
        FundShared({
          ...about, amount: gbp(10_000_000), most: gbp(4_000_000), unshared: gbp(2_000_000),
          shares: [{ ...first, weight: 1, amount: gbp(4_000_000) }, { ...second, weight: 1, amount: gbp(4_000_000) }],
        }),
      ));

  it('leaves out whoever is not eligible', () =>
    two(equal)
      .and(entries, spring, entriesEvents.ApplicationsScreened({ round: spring, version: 2, page: 1, pages: 1, results: [{ application: secondApplication, met: false, flags: 0 }] }))
      .when(shareFund, { round: spring }, manager)
      .then(FundShared({ ...about, amount: gbp(10_000_000), bodies: 1, shares: [{ ...first, weight: 1, amount: gbp(10_000_000) }] })));

  it('again replaces the sharing before, page by page', () => {
    const at = { ref: spring, version: 1, on: toDate('2012-06-13'), by: 'person:manager' };
    const fold = (...events: readonly ReturnType<typeof FundShared>[]) => events.reduce((state, event) => assessment.evolve(state, event, at), assessment.initial);
    const alone = (of: typeof first, amount: number, page?: number) => FundShared({ ...about, amount: gbp(10), shares: [{ ...of, weight: 1, amount: gbp(amount) }], ...(page ? { page, pages: 2 } : {}) });
    const paged = fold(alone(first, 4, 1), alone(second, 6, 2));
    expect([shareOf(paged, firstApplication), shareOf(paged, secondApplication)]).toEqual([gbp(4), gbp(6)]);
    expect(shareOf(fold(alone(first, 10), alone(second, 10)), firstApplication)).toBeUndefined();
  });

  it('reads in the timeline with every share', () => {
    expect(FundShared.say({ ...about, amount: gbp(3), shares: [{ ...first, weight: 1, amount: gbp(2) }, { ...second, weight: 1, amount: gbp(1) }] })).toBe(
      '£0.03 of RD-2012-001 was shared in equal parts among 2 bodies: £0.02 for East Riding of Yorkshire Council, £0.01 for Scarborough Borough Council',
    );
  });
});

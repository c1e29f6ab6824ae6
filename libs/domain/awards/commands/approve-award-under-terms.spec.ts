import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, firstApplication, scarborough } from '#domain/applications/testing';
import { limit, queue, queueEvents } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { AwardApproved } from '../award.events.js';
import { about, approved, firstAward, linked, linkedLimitRef, moved, opened } from '../testing/index.js';
import { awardsOf, capped, caps, laterYear, moneyOf, nextYear, nextYearLimit, ofTheTrust, openedAt, partOpened, raisedAt, recommendedUnder, movedAt, trust, trustLimit } from '../testing/under-terms/index.js';
import { TrancheNamed } from '../tranche.events.js';
import { approveAward } from './approve-award.js';

const approve = { award: firstAward, ceiling: '£20,000.00', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const clerk = by('clerk', '2012-06-13');
const used = moved('left', 'used', 2_000_000, firstAward);
const ofTheRound = (pence: number) => [moved('allocated', 'approved', pence, firstAward), { ...opened, data: { ...opened.data, amount: pence } }];
const approvedWith = (said: Partial<typeof approved.data>) => AwardApproved({ ...approved.data, ...said });
const counted = [{ organisation: eastRiding, name: about.recipientName }, { organisation: scarborough, name: 'Scarborough Borough Council' }, { organisation: amey, name: 'Amey' }];

describe('approving an award under the terms of a scheme', () => {
  it('is refused when a body had its number of awards, as a lead or as a partner', async () => {
    const again = { name: about.recipientName, counted: '1 award', most: '1 award', within: 'in the programme' };
    await recommendedUnder({ caps }).and(limit, awardsOf(eastRiding), capped(eastRiding, 'COUNT', 1)).when(approveAward, approve, clerk).thenRefused('body-is-at-its-cap', again);
    await recommendedUnder({ caps }).and(limit, awardsOf(amey), capped(amey, 'COUNT', 1)).when(approveAward, approve, clerk).thenRefused('body-is-at-its-cap', { name: 'Amey' });
  });

  it('is refused a penny over what a body may have', () =>
    recommendedUnder({ caps })
      .and(limit, moneyOf(eastRiding), capped(eastRiding, 'GBP', 500_001))
      .when(approveAward, approve, clerk)
      .thenRefused('body-is-at-its-cap', { counted: '£5,000.01', most: '£25,000.00', within: 'in the round' }));

  it('goes by the cap that the award was recommended under, and by all that is counted, though the cap was another then', () =>
    recommendedUnder({ caps: [{ ...caps[0], most: 2 }] })
      .and(limit, awardsOf(eastRiding), capped(eastRiding, 'COUNT', 3))
      .when(approveAward, approve, clerk)
      .thenRefused('body-is-at-its-cap', { counted: '3 awards', most: '2 awards' }));

  it('counts for each body as the terms count: awards for partners too, money for the lead', () =>
    recommendedUnder({ caps })
      .and(limit, moneyOf(eastRiding), capped(eastRiding, 'GBP', 500_000))
      .when(approveAward, approve, clerk)
      .then(
        approvedWith({ counted }), used, linked, ...ofTheRound(2_000_000),
        capped(eastRiding, 'COUNT', 1), capped(scarborough, 'COUNT', 1), capped(amey, 'COUNT', 1), raisedAt('GBP', 'counted', 2_000_000, firstAward),
      ));

  it('is refused when no place is left, and takes one where there is', async () => {
    const places = (open: number) => recommendedUnder({ capacity: true }).and(limit, `places.${spring}`, openedAt('places', 'PLACE', 'open', open + 4), movedAt('PLACE', 'open', 'taken', 4, 'others'));
    await places(0).when(approveAward, approve, clerk).thenRefused('no-place-left', { taken: 4, capacity: 4 });
    await places(1).when(approveAward, approve, clerk).then(approvedWith({ place: true }), used, linked, ...ofTheRound(2_000_000), movedAt('PLACE', 'open', 'taken', 1, firstAward));
  });

  it('is refused while somebody else waits longer for a place', () =>
    recommendedUnder({ capacity: true })
      .and(limit, `places.${spring}`, openedAt('places', 'PLACE', 'open', 1))
      .and(queue, spring, queueEvents.QueueJoined({ holder: spring, who: 'AP-2012-009', name: 'Selby', places: 1, because: 'Full' }))
      .when(approveAward, approve, clerk)
      .thenRefused('others-wait', { name: 'Selby' }));

  it('takes the place that was kept for it', () =>
    recommendedUnder({ capacity: true })
      .and(limit, `places.${spring}`, openedAt('places', 'PLACE', 'open', 1))
      .and(queue, spring, queueEvents.QueueJoined({ holder: spring, who: firstApplication, name: about.recipientName, places: 1, because: 'Full' }))
      .and(queue, spring, queueEvents.QueueAdvanced({ holder: spring, called: [{ who: firstApplication, name: about.recipientName, places: 1 }], because: 'One more' }))
      .when(approveAward, approve, clerk)
      .then(
        approvedWith({ place: true }), used, linked, ...ofTheRound(2_000_000), movedAt('PLACE', 'open', 'taken', 1, firstAward),
        queueEvents.KeptPlaceTaken({ holder: spring, who: firstApplication, name: about.recipientName, places: 1, because: firstAward }),
      ));

  describe('with days of an expert’s help', () => {
    const help = { support: [{ kind: 'days', upTo: 1400 }] as const, terms: { kind: 'none' } as const, awardCeiling: nil };
    const nothing = { ...approve, ceiling: '£0.00' };

    it('is refused without saying how many, above what the terms give, and with money', async () => {
      await recommendedUnder(help).when(approveAward, nothing, clerk).thenRefused('days-are-missing', { most: '14 days' });
      await recommendedUnder(help).when(approveAward, { ...nothing, days: '14.01' }, clerk).thenRefused('over-days', { days: '14.01 days' });
      await recommendedUnder({ ...help, awardCeiling: gbp(100) }).when(approveAward, { ...approve, ceiling: '£0.01', days: '14' }, clerk).thenRefused('over-round-ceiling', { ceiling: '£0.00' });
    });

    it('opens the days, an award of nothing in money, and moves no money', () =>
      recommendedUnder(help)
        .when(approveAward, { ...nothing, days: '14' }, clerk)
        .then(approvedWith({ ceiling: nil, days: 1400 }), { ...opened, data: { ...opened.data, amount: 0 } }, openedAt(`days of award ${firstAward}`, 'DAY', 'left', 1400)));

    it('is refused where the terms give none, and where money is given and the ceiling is nil', async () => {
      await recommendedUnder({}).when(approveAward, { ...approve, days: '2' }, clerk).thenRefused('gives-no-days');
      await recommendedUnder({}).when(approveAward, nothing, clerk).thenRefused('ceiling-is-nil');
    });

    it('is refused with money where the terms give none, whether a rule for the money says so or there is none', () =>
      recommendedUnder({ support: [{ kind: 'days', upTo: 1400 }] }).when(approveAward, { ...approve, days: '10' }, clerk).thenRefused('over-round-ceiling', { ceiling: '£0.00' }));

    it('gives no more places than the terms do', () =>
      recommendedUnder({ support: [{ kind: 'places', each: 2 }], terms: { kind: 'none' } }).when(approveAward, { ...nothing, places: 3 }, clerk).thenRefused('over-places', { most: 2, places: 3 }));
  });

  it('is refused a penny over what one body may have in all its awards of the round', () =>
    recommendedUnder({ terms: { kind: 'ceiling-per-body', upTo: gbp(2_500_000) } })
      .and(limit, linkedLimitRef, { ...linked, data: { ...linked.data, amount: 1_000_000 } })
      .when(approveAward, { ...approve, ceiling: '£15,000.01' }, clerk)
      .thenRefused('over-body-ceiling', { ceiling: '£25,000.00', counted: '£10,000.00', needed: '£15,000.01' }));

  it.each([['£9,999.99', 'below-the-bound'], ['£15,000.01', 'above-the-bound']])('is refused at %s of a share between £10,000.00 and £15,000.00', (ceiling, name) =>
    recommendedUnder({ terms: { kind: 'share-of-cost', bearer: 'the council', atLeast: gbp(1_000_000), atMost: gbp(1_500_000) } })
      .when(approveAward, { ...approve, ceiling }, clerk)
      .thenRefused(name));

  describe('from several budget lines', () => {
    const funders = [{ fund: trust, financialYear: 'FY1213', per: 40 }];
    const ceiling = '£9,999.99';

    it('is refused when another fund has too little for its part', () =>
      recommendedUnder({ funders })
        .and(limit, trustLimit, openedAt('TRUST FY1213', 'GBP', 'available', 399_999))
        .when(approveAward, { ...approve, ceiling }, clerk)
        .thenRefused('other-fund-is-too-small', { fund: 'TRUST', left: '£3,999.99', needed: '£4,000.00' }));

    it('takes each part from its fund, to the penny', () =>
      recommendedUnder({ funders })
        .and(limit, trustLimit, openedAt('TRUST FY1213', 'GBP', 'available', 400_000))
        .when(approveAward, { ...approve, ceiling }, clerk)
        .then(
          approvedWith({ ceiling: gbp(999_999), otherLines: [{ number: 1, line: ofTheTrust, ceiling: gbp(400_000) }] }),
          moved('left', 'used', 999_999, firstAward), { ...linked, data: { ...linked.data, amount: 999_999 } }, ...ofTheRound(599_999),
          moved('available', 'allocated', 400_000, firstAward), partOpened('approved', 400_000),
        ));

    it('spreads one cost over the years', () =>
      recommendedUnder({ years: { kind: 'spread', parts: [{ financialYear: 'FY1213', per: 25 }, { financialYear: 'FY1314', per: 75 }], carryForward: 'under-authority' } })
        .and(limit, nextYearLimit, openedAt('IMPROVEMENT FY1314', 'GBP', 'available', 1_500_000))
        .when(approveAward, approve, clerk)
        .then(
          approvedWith({ otherLines: [{ number: 1, line: nextYear, ceiling: gbp(1_500_000) }] }), used, linked, ...ofTheRound(500_000),
          moved('available', 'allocated', 1_500_000, firstAward), partOpened('approved', 1_500_000),
        ));

    it('only names later years that are subject to their own approval: no fund is touched', () =>
      recommendedUnder({ years: laterYear })
        .when(approveAward, approve, clerk)
        .then(
          approved,
          TrancheNamed({ recipient: eastRiding, recipientName: about.recipientName, number: 1, line: nextYear, upTo: gbp(1_500_000), subjectTo: 'approval by the Board', lapsesOn: laterYear.lapsesOn }),
          used, linked, ...ofTheRound(2_000_000),
        ));
  });
});

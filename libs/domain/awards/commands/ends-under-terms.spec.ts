import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { limit } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { AgreementOffered, AgreementSigned, AwardClosed, AwardDeclined, AwardWithdrawn, OfferLapsed } from '../award.events.js';
import { award } from '../award.js';
import { about, amount, awardLimitRef, delegatedAuthority, firstAward, moved, offered, reduced, signed } from '../testing/index.js';
import { approvedUnder, awardsOf, capped, caps, firstPart, moneyOf, movedAt, named, offeredUnder, ofTheTrust, openedAt, partOpened, recommendedUnder, reducedAt, signedUnder, trust, trustLimit } from '../testing/under-terms/index.js';
import { TrancheLapsed } from '../tranche.events.js';
import { closeAward } from './close-award.js';
import { declineAward } from './decline-award.js';
import { lapseOffer } from './lapse-offer.js';
import { offerAgreement } from './offer-agreement.js';
import { signAgreement } from './sign-agreement.js';
import { withdrawAward } from './withdraw-award.js';

const manager = by('manager', '2012-11-25');
const withdraw = { award: firstAward, reason: 'The council merged', withdrawnBy: 'recipient' };
const withdrawn = (stage: 'recommended' | 'approved' | 'agreed', pence: number, said: Partial<ReturnType<typeof AwardWithdrawn>['data']> = {}) =>
  AwardWithdrawn({ ...about, released: gbp(pence), returnedTo: 'round', reason: withdraw.reason, withdrawnBy: 'recipient', stage, ...said });
const because = `${firstAward} withdrawn`;
const { upTo, subjectTo: _, ...tranche } = named.data;
const lapsed = (why: string) => TrancheLapsed({ ...tranche, named: upTo, because: why });

/** £12,000.00 of the round and £8,000.00 of a trust. */
const funders = [{ fund: trust, financialYear: 'FY1213', per: 40 }];
const otherLines = [{ number: 1, line: ofTheTrust, ceiling: gbp(800_000) }];
const withTrust = (before: ReturnType<typeof approvedUnder>, bucket = 'approved') =>
  before
    .and(limit, trustLimit, openedAt('TRUST FY1213', 'GBP', 'available', 800_000), moved('available', 'allocated', 800_000, firstAward))
    .and(limit, firstPart, partOpened(bucket, 800_000));
const counted = (before: ReturnType<typeof approvedUnder>) =>
  [eastRiding, scarborough, amey].reduce((history, body) => history.and(limit, awardsOf(body), capped(body, 'COUNT', 1)), before).and(limit, moneyOf(eastRiding), capped(eastRiding, 'GBP', 2_000_000));
const threeFewer = (why: string) => [1, 2, 3].map(() => reducedAt('COUNT', 'counted', 1, why));
/** What is given back of £20,000.00 that was approved by delegation. */
const money = (pence: number, why: string) => [reduced('approved', pence, why), moved('approved', 'allocated', pence, why)];
const authority = (why: string) => [reduced('approved', 2_000_000, why), moved('used', 'left', 2_000_000, why)];

describe('an award under terms that is withdrawn', () => {
  it('leaves its caps, its place, its days and its turn to others when nothing came of it', () =>
    counted(approvedUnder({ caps, capacity: true, turn: true, support: [{ kind: 'cash' }, { kind: 'days', upTo: 1400 }] }, { place: true, days: 1000 }))
      .and(limit, `places.${spring}`, openedAt('places', 'PLACE', 'open', 1), movedAt('PLACE', 'open', 'taken', 1, firstAward))
      .and(limit, `turns.${spring}`, openedAt('awards served in turn', 'COUNT', 'taken', 1))
      .and(limit, `days.${firstAward}`, openedAt('days', 'DAY', 'left', 1000))
      .when(withdrawAward, withdraw, manager)
      .then(
        withdrawn('approved', 2_000_000, { daysReleased: 1000, placeReleased: true }), ...money(2_000_000, because), ...authority(because),
        ...threeFewer(because), reducedAt('GBP', 'counted', 2_000_000, because), movedAt('PLACE', 'taken', 'open', 1, because), reducedAt('COUNT', 'taken', 1, because), movedAt('DAY', 'left', 'released', 1000, because),
      ));

  it('gives each part back to its own fund', () =>
    withTrust(approvedUnder({ funders }, { otherLines }, 1_200_000))
      .when(withdrawAward, withdraw, manager)
      .then(
        withdrawn('approved', 1_200_000, { otherLines: [{ number: 1, line: ofTheTrust, released: gbp(800_000) }] }), ...money(1_200_000, because), ...authority(because),
        reduced('approved', 800_000, because), moved('allocated', 'available', 800_000, because),
      ));

  it('is refused while a payment of any of its parts is under way', () =>
    withTrust(signedUnder({ funders }, { otherLines }, 1_200_000), 'agreed')
      .and(limit, firstPart, moved('agreed', 'authorised', 1, 'PY-2012-001'))
      .when(withdrawAward, withdraw, manager)
      .thenRefused('payment-is-under-way', { amount: '£0.01' }));

  it('still counts for its bodies once something was paid: only what was not is theirs again', () =>
    counted(signedUnder({ caps }))
      .and(limit, awardLimitRef, moved('agreed', 'authorised', 500_000, 'PY-2012-001'), moved('authorised', 'spent', 500_000, 'PY-2012-001'))
      .when(withdrawAward, withdraw, manager)
      .then(withdrawn('agreed', 1_500_000), reduced('agreed', 1_500_000, because), moved('approved', 'allocated', 1_500_000, because), reducedAt('GBP', 'counted', 1_500_000, because)));

  it('takes its later years along, which were only named', () =>
    recommendedUnder({}, [named]).when(withdrawAward, withdraw, manager).then(withdrawn('recommended', 0), lapsed(because)));
});

it('a declined award takes its later years along, and leaves its turn', () =>
  recommendedUnder({ turn: true }, [named])
    .and(limit, `turns.${spring}`, openedAt('awards served in turn', 'COUNT', 'taken', 1))
    .when(declineAward, { award: firstAward, reason: 'No saving', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } }, manager)
    .then(AwardDeclined({ ...about, ...delegatedAuthority, reason: 'No saving' }), lapsed(`${firstAward} declined`), reducedAt('COUNT', 'taken', 1, `${firstAward} declined`)));

it('an offer that lapses gives everything back', () => {
  const why = `the offer of ${firstAward} lapsed`;
  return counted(withTrust(offeredUnder({ funders, caps }, { otherLines }, 1_200_000)))
    .when(lapseOffer, { award: firstAward }, manager)
    .then(
      OfferLapsed({ ...about, released: gbp(1_200_000), returnedTo: 'round', acceptBy: offered.data.acceptBy, otherLines: [{ number: 1, line: ofTheTrust, released: gbp(800_000) }] }),
      ...money(1_200_000, why), ...authority(why), reduced('approved', 800_000, why), moved('allocated', 'available', 800_000, why), ...threeFewer(why), reducedAt('GBP', 'counted', 2_000_000, why),
    );
});

describe('signing under terms', () => {
  const sign = { award: firstAward, document: 'MoA 2 signed' };
  const officer = by('officer', '2012-07-20');
  const why = `${firstAward} signed below its ceiling`;

  it('divides what is signed over the lines as they bore the ceiling', () =>
    counted(withTrust(approvedUnder({ funders, caps }, { otherLines }, 1_200_000)).and(award, firstAward, offered))
      .when(signAgreement, sign, officer)
      .then(
        AgreementSigned({
          ...signed.data, released: gbp(120_000), matchRequired: nil, otherLines: [{ number: 1, line: ofTheTrust, kind: 'part', amount: gbp(720_000), released: gbp(80_000) }],
        }),
        moved('approved', 'agreed', 1_080_000, 'signed'), ...money(120_000, why), reduced('approved', 200_000, why), moved('used', 'left', 200_000, why),
        moved('approved', 'agreed', 720_000, 'signed'), reduced('approved', 80_000, why), moved('allocated', 'available', 80_000, why), reducedAt('GBP', 'counted', 200_000, why),
      ));

  it.each([['match', { valueForMatch: gbp(333_500) }], ['subsidy', { valueForSubsidy: gbp(333_500) }], ['both', { valueForMatch: gbp(333_500), valueForSubsidy: gbp(333_500) }]] as const)(
    'tells the value of days for %s, beside the money and never in it', (valuedFor, value) =>
    approvedUnder({ support: [{ kind: 'cash' }, { kind: 'days', upTo: 1400, dayRate: gbp(33_350), valuedFor }] }, { days: 1000 })
      .and(limit, `days.${firstAward}`, openedAt('days', 'DAY', 'left', 1000))
      .and(award, firstAward, AgreementOffered({ ...offered.data, amount }))
      .when(signAgreement, sign, officer)
      .then(
        AgreementSigned({ ...signed.data, matchRequired: nil, days: 1000, dayRate: gbp(33_350), ...value }), moved('approved', 'agreed', 1_800_000, 'signed'), ...money(200_000, why),
        reduced('approved', 200_000, why), moved('used', 'left', 200_000, why),
      ));

  it('needs no amount where no money is given', () =>
    approvedUnder({ support: [{ kind: 'days', upTo: 1400 }], terms: { kind: 'none' } }, { ceiling: nil, days: 1000 }, 0)
      .when(offerAgreement, { award: firstAward, document: 'Terms of the help', acceptBy: '2012-07-31' }, by('officer', '2012-07-05'))
      .then(AgreementOffered({ ...offered.data, amount: nil, document: 'Terms of the help' })));
});

describe('closing under terms', () => {
  it('where no paper is signed, follows approval, and days that nobody used go back', () =>
    approvedUnder({ support: [{ kind: 'days', upTo: 1400 }], terms: { kind: 'none' }, instrument: 'none' }, { ceiling: nil, days: 1400 }, 0)
      .and(limit, `days.${firstAward}`, openedAt('days', 'DAY', 'left', 1400), movedAt('DAY', 'left', 'logged', 1000, 'worked'))
      .when(closeAward, { award: firstAward }, manager)
      .then(AwardClosed({ ...about, released: nil, returnedTo: 'round', stage: 'approved', daysReleased: 400 }), movedAt('DAY', 'left', 'released', 400, `${firstAward} closed`)));

  it('gives what was never drawn back to each fund, and the award goes on counting for its bodies', () =>
    counted(withTrust(signedUnder({ funders, caps }, { otherLines }, 1_200_000), 'agreed'))
      .and(limit, firstPart, moved('agreed', 'authorised', 300_000, 'PY-2012-001'), moved('authorised', 'spent', 300_000, 'PY-2012-001'))
      .when(closeAward, { award: firstAward }, manager)
      .then(
        AwardClosed({ ...about, released: gbp(1_200_000), returnedTo: 'round', otherLines: [{ number: 1, line: ofTheTrust, released: gbp(500_000) }] }),
        reduced('agreed', 1_200_000, `${firstAward} closed`), moved('approved', 'allocated', 1_200_000, `${firstAward} closed`),
        reduced('agreed', 500_000, `${firstAward} closed`), moved('allocated', 'available', 500_000, `${firstAward} closed`), reducedAt('GBP', 'counted', 1_700_000, `${firstAward} closed`),
      ));
});

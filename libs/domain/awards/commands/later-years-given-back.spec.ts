import { gbp, toCode, toDate, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { AgreementOffered, AgreementSigned, AwardWithdrawn, OfferLapsed } from '../award.events.js';
import { award } from '../award.js';
import { about, firstAward, linkedLimitRef, moved, offered, reduced, signed } from '../testing/index.js';
import { approvedUnder, confirmedAt, firstPart, named, nextYear, nextYearLimit, openedAt, partOpened, raisedAt } from '../testing/under-terms/index.js';
import { TrancheConfirmed } from '../tranche.events.js';
import { lapseOffer } from './lapse-offer.js';
import { signAgreement } from './sign-agreement.js';
import { withdrawAward } from './withdraw-award.js';

const { data: confirmed } = confirmedAt(1_200_000, 'approved');
const board = { kind: 'board', decision: toReference('DC', 'DC-2013-001'), body: toCode('board'), meeting: '2 July 2012', item: '4', minute: 'IB 4' } as const;
const panel = { kind: 'delegated', body: toCode('panel'), minute: 'P 1', delegation: 2, perAward: gbp(1_200_000), leftBefore: gbp(1_200_000) } as const;
const panelLimit = 'delegation.panel.2';

/** £20,000.00 approved under the delegation of Lead Members, and £12,000.00 of the next year confirmed on its own before anything was signed. */
const confirmedBy = (authority: typeof board | typeof panel) =>
  approvedUnder({}, {}, 2_000_000, [named])
    .and(award, firstAward, TrancheConfirmed({ ...confirmed, authority }))
    .and(limit, nextYearLimit, openedAt('IMPROVEMENT FY1314', 'GBP', 'available', 1_200_000), moved('available', 'allocated', 1_200_000, firstAward))
    .and(limit, firstPart, partOpened('approved', 1_200_000))
    .and(limit, linkedLimitRef, raisedAt('GBP', 'approved', 1_200_000, firstAward))
    .and(limit, panelLimit, openedAt('what the panel may approve', 'GBP', 'left', 1_200_000), moved('left', 'used', 1_200_000, firstAward));

const manager = by('manager', '2013-04-25');
const otherLines = [{ number: 1, line: nextYear, released: gbp(1_200_000) }];
const ended = (why: string) => [
  reduced('approved', 2_000_000, why), moved('approved', 'allocated', 2_000_000, why),
  reduced('approved', 3_200_000, why), moved('used', 'left', 2_000_000, why),
];
const nextYearBack = (why: string) => [reduced('approved', 1_200_000, why), moved('allocated', 'available', 1_200_000, why)];

describe('a later year that was confirmed before the agreement was signed', () => {
  const withdraw = { award: firstAward, reason: 'The council merged', withdrawnBy: 'recipient' };
  const withdrawn = AwardWithdrawn({ ...about, released: gbp(2_000_000), returnedTo: 'round', reason: withdraw.reason, withdrawnBy: 'recipient', stage: 'approved', otherLines });
  const because = `${firstAward} withdrawn`;

  it('of a board uses up no delegation, so a withdrawal gives none back for it', () =>
    confirmedBy(board).when(withdrawAward, withdraw, manager).then(withdrawn, ...ended(because), ...nextYearBack(because)));

  it('of another body goes back to the delegation of that body', () =>
    confirmedBy(panel).when(withdrawAward, withdraw, manager).then(withdrawn, ...ended(because), moved('used', 'left', 1_200_000, because), ...nextYearBack(because)));

  it('goes back in the same way where the offer lapses', () => {
    const why = `the offer of ${firstAward} lapsed`;
    return confirmedBy(panel)
      .and(award, firstAward, offered)
      .when(lapseOffer, { award: firstAward }, manager)
      .then(
        OfferLapsed({ ...about, released: gbp(2_000_000), returnedTo: 'round', acceptBy: toDate('2012-07-31'), otherLines }),
        ...ended(why), moved('used', 'left', 1_200_000, why), ...nextYearBack(why),
      );
  });

  it('is signed for what it was confirmed for, beside an amount below the ceiling', () => {
    const why = `${firstAward} signed below its ceiling`;
    return confirmedBy(panel)
      .and(award, firstAward, AgreementOffered({ ...offered.data, amount: gbp(1_800_000), acceptBy: toDate('2013-05-31') }))
      .when(signAgreement, { award: firstAward, document: 'MoA 2 signed' }, manager)
      .then(
        AgreementSigned({ ...signed.data, matchRequired: gbp(0), otherLines: [{ number: 1, line: nextYear, kind: 'later', amount: gbp(1_200_000), released: gbp(0) }] }),
        moved('approved', 'agreed', 1_800_000, 'signed'), reduced('approved', 200_000, why), moved('approved', 'allocated', 200_000, why),
        reduced('approved', 200_000, why), moved('used', 'left', 200_000, why), moved('approved', 'agreed', 1_200_000, 'signed'),
      );
  });
});

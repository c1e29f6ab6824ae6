import { gbp, toDate } from '#kernel';
import { limit } from '#domain/limits';
import { CarriedForward, TrancheConfirmed, TrancheNamed } from '../../tranche.events.js';
import { award } from '../../award.js';
import { about, delegatedAuthority, firstAward, moved } from '../index.js';
import { nextYear, nextYearLimit, openedAt, partOpened, signedUnder } from './terms.js';

const { recipient, recipientName } = about;
/** £15,000.00 of the next year, subject to approval, until 31 March 2013. */
export const named = TrancheNamed({ recipient, recipientName, number: 1, line: nextYear, upTo: gbp(1_500_000), subjectTo: 'approval by the Board', lapsesOn: toDate('2013-03-31') });
export const confirmedAt = (pence: number, countsAs: 'approved' | 'agreed') =>
  TrancheConfirmed({ recipient, recipientName, number: 1, line: nextYear, named: gbp(1_500_000), amount: gbp(pence), countsAs, ...delegatedAuthority });

/** £20,000.00 signed of this year and £15,000.00 confirmed of the next. */
export const twoYears = signedUnder({}, {}, 2_000_000, {}, [named])
  .and(award, firstAward, confirmedAt(1_500_000, 'agreed'))
  .and(limit, nextYearLimit, openedAt('IMPROVEMENT FY1314', 'GBP', 'available', 1_500_000), moved('available', 'allocated', 1_500_000, firstAward))
  .and(limit, `award.${firstAward}.1`, partOpened('agreed', 1_500_000));

/** £5,000.00 of this year, carried forward to the next as the second part. */
export const carriedForward = CarriedForward({
  recipient, recipientName, from: about.budget, fromNumber: 0, line: nextYear, number: 2, amount: gbp(500_000), reason: 'Works are late', ...delegatedAuthority,
});

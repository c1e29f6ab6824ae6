import { toCode, toReference } from '#kernel';
import { awardLimit, fundLimit, roundLimit } from '#domain/limits';
import { questionOn } from '../../question-on.js';
import { isAccountCode, type AccountCode } from '../chart.js';
import { ledger } from '../ledger.js';

class EveryBucket {}

const ofAwards: Partial<Record<AccountCode, string>> = { 'B:Approved': 'approved', 'B:Agreed': 'agreed', 'B:Authorised': 'authorised', 'B:Spent': 'spent' };

/**
 * What the ledger says that limits of funds, rounds and awards hold, as `fund.IMPROVEMENT.FY1213 available`. Limits are
 * folded from other events, so that a comparison finds what either of the two ways has wrong. Empty ones are left out.
 */
export const ledgerBuckets = questionOn('ledger-buckets', {
  summary: 'What each limit holds, worked out from the postings, to compare with the limits themselves.',
  permission: 'ledger:read',
  input: EveryBucket,
  from: [ledger],
  async ask(db): Promise<Readonly<Record<string, number>>> {
    const posted = await db
      .selectFrom('postings').select(({ fn }) => ['account', 'subject', 'fund', 'financial_year', 'round', fn.sum<number>('amount_minor').as('sum')])
      .where('ledger', '=', 'B').groupBy(['account', 'subject', 'fund', 'financial_year', 'round']).execute();
    const held: Record<string, number> = {};
    for (const { account, subject, fund, financial_year: year, round, sum } of posted) {
      if (!isAccountCode(account) || account === 'B:Authority') continue;
      for (const bucket of bucketsOf(account, subject, fundLimit(toCode(fund ?? ''), year ?? ''), round)) held[bucket] = (held[bucket] ?? 0) - sum;
    }
    return Object.fromEntries(Object.entries(held).filter(([, amount]) => amount !== 0));
  },
});

/** Money of an award still counts as approved in its round and as allocated in its fund. */
function bucketsOf(account: AccountCode, subject: string, fund: string, round: string | null): string[] {
  if (account === 'B:Available') return [`${fund} available`];
  const ofRound = roundLimit(toReference('RD', round ?? ''));
  if (account === 'B:Allocated') return [`${fund} allocated`, `${ofRound} allocated`];
  return [`${fund} allocated`, `${ofRound} approved`, `${awardLimit(toReference('AW', subject))} ${ofAwards[account] ?? ''}`];
}

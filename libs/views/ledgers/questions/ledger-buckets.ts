import { toCode, toReference } from '#kernel';
import { awardLimit, fundingLimit, fundLimit, roundLimit, trancheLimit } from '#domain/limits';
import { questionOn } from '../../question-on.js';
import { isAccountCode, type AccountCode } from '../chart.js';
import { ledger } from '../ledger.js';

class EveryBucket {}

const ofAwards: Partial<Record<AccountCode, string>> = { 'B:Approved': 'approved', 'B:Agreed': 'agreed', 'B:Authorised': 'authorised', 'B:Spent': 'spent' };
const ofFundings: Partial<Record<AccountCode, string>> = { 'U:Unclaimed': 'unclaimed', 'U:Claimed': 'claimed', 'U:Received': 'received' };

/**
 * What the ledger says that limits of funds, rounds, awards and outside funding hold, as `fund.IMPROVEMENT.FY1213 available`. Limits are
 * folded from other events, so that a comparison finds what either of the two ways has wrong. Empty ones are left out.
 */
export const ledgerBuckets = questionOn('ledger-buckets', {
  summary: 'What each limit holds, worked out from the postings, to compare with the limits themselves.',
  permission: 'ledger:read',
  input: EveryBucket,
  from: [ledger],
  async ask(db): Promise<Readonly<Record<string, number>>> {
    const posted = await db
      .selectFrom('postings').select(({ fn }) => ['account', 'subject', 'fund', 'financial_year', 'round', 'part', fn.sum<number>('amount_minor').as('sum')])
      .where('ledger', 'in', ['B', 'U']).groupBy(['account', 'subject', 'fund', 'financial_year', 'round', 'part']).execute();
    const held: Record<string, number> = {};
    for (const { account, subject, fund, financial_year: year, round, part, sum } of posted) {
      if (!isAccountCode(account) || account === 'B:Authority' || account === 'U:Promise') continue;
      const ofFunding = ofFundings[account];
      if (ofFunding !== undefined) held[`${fundingLimit(toReference('FN', subject))} ${ofFunding}`] = -sum;
      else for (const bucket of bucketsOf(account, subject, fundLimit(toCode(fund ?? ''), year ?? ''), round, part)) held[bucket] = (held[bucket] ?? 0) - sum;
    }
    return Object.fromEntries(Object.entries(held).filter(([, amount]) => amount !== 0));
  },
});

/** Money of an award still counts as approved in its round and as allocated in its fund; that of another budget line only in its fund. */
function bucketsOf(account: AccountCode, subject: string, fund: string, round: string | null, part: number | null): string[] {
  if (account === 'B:Available') return [`${fund} available`];
  if (account === 'B:CarriedOut') return [`${fund} carried-out`];
  const bucket = ofAwards[account] ?? '';
  if (part !== null) return [`${fund} allocated`, `${trancheLimit(toReference('AW', subject), part)} ${bucket}`];
  const ofRound = roundLimit(toReference('RD', round ?? ''));
  if (account === 'B:Allocated') return [`${fund} allocated`, `${ofRound} allocated`];
  return [`${fund} allocated`, `${ofRound} approved`, `${awardLimit(toReference('AW', subject))} ${bucket}`];
}

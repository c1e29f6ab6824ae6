import { reference, type RoundRef } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { sharings } from './sharings.js';

export interface ShareRow {
  readonly application: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly weight: number;
  readonly amountMinor: number;
}
/** How the money of a round was shared out last: a page of shares in the order in which applications came. All of them and what is unshared come to the amount. Pence. */
export interface Shares extends Paged<ShareRow> {
  readonly round: string;
  readonly amountMinor: number;
  readonly unsharedMinor: number;
  readonly bodies: number;
  /** In words: "in equal parts", "by homes". */
  readonly by: string;
  /** The most for one body. */
  readonly mostMinor: number | null;
  readonly sharedOn: string;
}

class SharesAsked {
  @reference('RD', 'Round') round!: RoundRef;
  @pageField page?: number;
  @sizeField size?: number;
}

export const shares = questionOn('shares', {
  summary: 'How the money of a round was shared out: each body’s weight and share.',
  permission: 'register:read',
  input: SharesAsked,
  from: [sharings],
  takesAsOf: true,
  async ask(db, { round, ...paging }, { asOf }): Promise<Shares | undefined> {
    const newest = await db
      .selectFrom('sharings')
      .select(['sharing', 'amount_minor as amountMinor', 'unshared_minor as unsharedMinor', 'bodies', 'shared_by as by', 'most_minor as mostMinor', 'effective_on as sharedOn'])
      .where('round', '=', round).$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? ''))
      .orderBy('sharing', 'desc').limit(1).executeTakeFirst();
    if (!newest) return undefined;
    const { sharing, ...about } = newest;
    const { limit, offset } = pageOf(paging);
    const wanted = db.selectFrom('shares').where('round', '=', round).where('sharing', '=', sharing);
    const rows = await wanted
      .select(['application', 'organisation', 'organisation_name as organisationName', 'weight', 'amount_minor as amountMinor']).orderBy('position').orderBy('line').limit(limit).offset(offset).execute();
    return { round, ...about, rows, ...(await countedFrom(wanted, paging)) };
  },
});

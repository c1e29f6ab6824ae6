import { reference, type AsOf, type AwardRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { awardRow, type AwardRow, type Awards } from './award-row.js';
import { rowsAsOf } from './awards-as-of.js';
import { partnersOf } from './partners-of.js';
import { paymentRow, paymentsAsOf, type PaymentRow } from './payment-row.js';
import { payments } from './payments.js';
import { expertsOf, type AssignmentRow } from './pool-page.js';
import { pool } from './pool.js';
import { programmes } from './programmes.js';
import type { SavingRow } from './saving-row.js';
import { savingsOf } from './savings-list.js';
import { savings } from './savings.js';

/** What one source of match has come to. Pence. */
export interface MatchSource {
  readonly reference: string;
  readonly name: string;
  /** What it is to bring, where the match of a joint bid was split. */
  readonly shareMinor: number | null;
  readonly pledgedMinor: number;
  readonly evidencedMinor: number;
  readonly verifiedMinor: number;
}
export interface AwardPartner {
  readonly organisation: string;
  readonly name: string;
  readonly type: string;
  readonly role: string;
}
/** An award as its own page shows it. */
export interface AwardPage extends AwardRow {
  readonly programmeName: string;
  readonly application: string;
  readonly fund: string;
  readonly instrument: string;
  readonly document: string | null;
  readonly acceptBy: string | null;
  /** Which body was asked, and where. */
  readonly putTo: string | null;
  readonly askedTo: string | null;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly decidedBy: string | null;
  readonly verb: string | null;
  readonly reason: string | null;
  readonly recommendedBy: string;
  readonly recommendedOn: string;
  /** The money rule that it was recommended under: its kind, the most that it allows, and its words. */
  readonly terms: string | null;
  readonly termsMinor: number | null;
  readonly termsWords: string | null;
  readonly matchRatio: number | null;
  readonly payableBeforeVerified: number | null;
  readonly matchFrom: string | null;
  readonly matchPledgedMinor: number;
  readonly matchEvidencedMinor: number;
  readonly matchMetMinor: number;
  readonly matchWaivedMinor: number;
  readonly partners: readonly AwardPartner[];
  readonly sources: readonly MatchSource[];
  readonly payments: readonly PaymentRow[];
  readonly experts: readonly AssignmentRow[];
  readonly savings: readonly SavingRow[];
}

class AwardAsked {
  @reference('AW', 'Award') award!: AwardRef;
}

export const awardPage = questionOn('award', {
  summary: 'An award with its figures, its partners, its match by source with shares, its payments, experts and savings.',
  permission: 'register:read',
  input: AwardAsked,
  from: [awardRegister, programmes, payments, pool, savings],
  takesAsOf: true,
  async ask(db, { award }, { asOf }): Promise<AwardPage | undefined> {
    const kept = await db
      .selectFrom('awards')
      .select(awardRow)
      .select([
        'application', 'fund', 'instrument', 'document', 'accept_by as acceptBy', 'put_to as putTo', 'asked_to as askedTo', 'meeting', 'item',
        'decided_by_name as decidedBy', 'verb', 'reason', 'recommended_by as recommendedBy', 'recommended_on as recommendedOn',
        'terms', 'terms_minor as termsMinor', 'terms_words as termsWords',
        'match_ratio as matchRatio', 'payable_before_verified as payableBeforeVerified', 'match_from as matchFrom',
        'match_pledged_minor as matchPledgedMinor', 'match_evidenced_minor as matchEvidencedMinor', 'match_met_minor as matchMetMinor', 'match_waived_minor as matchWaivedMinor',
      ])
      .where('reference', '=', award)
      .executeTakeFirst();
    const found = kept && asOf ? (await rowsAsOf(db, [kept], asOf.on)).map(withoutWhatCameLater)[0] : kept;
    if (!found) return undefined;
    const programme = await db.selectFrom('programmes').select('name').where('code', '=', found.programme).executeTakeFirst();
    const paid = await db.selectFrom('payments_begun').innerJoin('payments', 'payments.reference', 'payments_begun.payment').select(paymentRow).where('of_award', '=', award).orderBy('reference').execute();
    return {
      ...found,
      programmeName: programme?.name ?? found.programme,
      partners: partnersOf(await db.selectFrom('award_partners').select(['award', 'organisation', 'name', 'type', 'role', 'change']).where('award', '=', award).orderBy('position').orderBy('line').execute(), (each) => each.organisation === found.recipient).map(
        ({ organisation, name, type, role }) => ({ organisation, name, type, role }),
      ),
      sources: await sourcesOf(db, award, asOf),
      payments: asOf ? await paymentsAsOf(db, paid, asOf.on) : paid,
      experts: await expertsOf(db, award, asOf?.on),
      savings: await savingsOf(db, { award }, asOf?.on),
    };
  },
});

/** Names and documents have no days of effect of their own: what belongs to a later stage than that of the day is left out. */
function withoutWhatCameLater<Row extends Pick<AwardPage, 'stage' | 'decidedBy' | 'verb' | 'document' | 'acceptBy' | 'reason'>>(row: Row): Row {
  const { stage } = row;
  return {
    ...row,
    ...(stage === 'recommended' ? { decidedBy: null, verb: null } : {}),
    ...(['recommended', 'approved'].includes(stage) ? { document: null, acceptBy: null } : {}),
    ...(['declined', 'withdrawn'].includes(stage) ? {} : { reason: null }),
  };
}

/** A source has a handful of amounts, so they are added up here. A share that nobody pledged yet makes a source, too. */
async function sourcesOf(db: Awards, award: string, asOf: AsOf | undefined): Promise<readonly MatchSource[]> {
  const known = await db.selectFrom('match_sources').select(['source', 'name']).where('award', '=', award).orderBy('source').execute();
  const amounts = await db
    .selectFrom('match_amounts').select(['source', 'measure', 'amount_minor']).where('award', '=', award)
    .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).execute();
  const split = await db
    .selectFrom('match_shares').select(['position', 'source', 'name', 'amount_minor']).where('award', '=', award)
    .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
  const shares = split.filter(({ position }) => position === split.at(-1)?.position);
  const names = new Map([...known.filter(({ source }) => amounts.some((each) => each.source === source)), ...shares].map(({ source, name }) => [source, name]));
  const sum = (source: string, measure: string): number => amounts.filter((each) => each.source === source && each.measure === measure).reduce((total, each) => total + each.amount_minor, 0);
  const sources = [...names].map(([source, name]) => ({
    reference: source, name, shareMinor: shares.find((each) => each.source === source)?.amount_minor ?? null,
    pledgedMinor: sum(source, 'pledged'), evidencedMinor: sum(source, 'evidenced'), verifiedMinor: sum(source, 'verified'),
  }));
  return sources.sort((a, b) => (a.name < b.name || (a.name === b.name && a.reference < b.reference) ? -1 : 1));
}

import { reference, type AwardRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { awardRow, type AwardRow, type Awards } from './award-row.js';
import { paymentRow, type PaymentRow } from './payment-row.js';
import { payments } from './payments.js';
import { programmes } from './programmes.js';

/** What one source of match has come to. Pence. */
export interface MatchSource {
  readonly reference: string;
  readonly name: string;
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
  readonly financialYear: string;
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
  readonly stageOn: string;
  readonly matchRatio: number | null;
  readonly payableBeforeVerified: number | null;
  readonly matchPledgedMinor: number;
  readonly matchEvidencedMinor: number;
  readonly matchMetMinor: number;
  readonly matchWaivedMinor: number;
  readonly partners: readonly AwardPartner[];
  readonly sources: readonly MatchSource[];
  readonly payments: readonly PaymentRow[];
}

class AwardAsked {
  @reference('AW', 'Award') award!: AwardRef;
}

export const awardPage = questionOn('award', {
  summary: 'An award with its figures, its partners, its match by source and its payments.',
  permission: 'register:read',
  input: AwardAsked,
  from: [awardRegister, programmes, payments],
  async ask(db, { award }): Promise<AwardPage | undefined> {
    const found = await db
      .selectFrom('awards')
      .select(awardRow)
      .select([
        'application', 'fund', 'financial_year as financialYear', 'instrument', 'document', 'accept_by as acceptBy', 'put_to as putTo', 'asked_to as askedTo', 'meeting', 'item',
        'decided_by_name as decidedBy', 'verb', 'reason', 'recommended_by as recommendedBy', 'recommended_on as recommendedOn', 'stage_on as stageOn',
        'match_ratio as matchRatio', 'payable_before_verified as payableBeforeVerified',
        'match_pledged_minor as matchPledgedMinor', 'match_evidenced_minor as matchEvidencedMinor', 'match_met_minor as matchMetMinor', 'match_waived_minor as matchWaivedMinor',
      ])
      .where('reference', '=', award)
      .executeTakeFirst();
    if (!found) return undefined;
    const programme = await db.selectFrom('programmes').select('name').where('code', '=', found.programme).executeTakeFirst();
    return {
      ...found,
      programmeName: programme?.name ?? found.programme,
      partners: await db.selectFrom('award_partners').select(['organisation', 'name', 'type', 'role']).where('award', '=', award).orderBy('position').orderBy('line').execute(),
      sources: await sourcesOf(db, award),
      payments: await db.selectFrom('payments').select(paymentRow).where('award', '=', award).orderBy('reference').execute(),
    };
  },
});

/** A source has a handful of amounts, so they are added up here. */
async function sourcesOf(db: Awards, award: string): Promise<readonly MatchSource[]> {
  const sources = await db.selectFrom('match_sources').select(['source', 'name']).where('award', '=', award).orderBy('name').execute();
  const amounts = await db.selectFrom('match_amounts').select(['source', 'measure', 'amount_minor']).where('award', '=', award).execute();
  const sum = (source: string, measure: string): number => amounts.filter((each) => each.source === source && each.measure === measure).reduce((total, each) => total + each.amount_minor, 0);
  return sources.map(({ source, name }) => ({
    reference: source, name, pledgedMinor: sum(source, 'pledged'), evidencedMinor: sum(source, 'evidenced'), verifiedMinor: sum(source, 'verified'),
  }));
}

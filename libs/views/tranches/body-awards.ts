import { reference, type OrganisationRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardRegister } from '../registers/award-register.js';
import { awardRow, type AwardRow } from '../registers/award-row.js';
import { rowsAsOf } from '../registers/awards-as-of.js';
import { awardParties } from './award-parties.js';

export interface BodyAward extends AwardRow {
  /** "lead", or its role as a partner. */
  readonly role: string;
}
/** Awards that a body answers for and those it is a partner of. Sums of what they hold, pence: the two overlap between bodies and are never added. */
export interface BodyAwards {
  readonly organisation: string;
  readonly asLead: readonly BodyAward[];
  readonly asPartner: readonly BodyAward[];
  readonly leadMinor: number;
  readonly partnerMinor: number;
}
class BodyAsked {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

const sum = (rows: readonly AwardRow[]): number => rows.reduce((all, { committedMinor }) => all + committedMinor, 0);

export const bodyAwards = questionOn('body-awards', {
  summary: 'The awards that a body answers for or is a partner of, and what each holds.',
  permission: 'register:read',
  input: BodyAsked,
  from: [awardRegister, awardParties],
  takesAsOf: true,
  async ask(db, { organisation }, { asOf }): Promise<BodyAwards> {
    const changes = await db
      .selectFrom('award_parties').select(['award', 'role', 'change']).where('organisation', '=', organisation)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const roles = new Map<string, string>();
    for (const { award, role, change } of changes) {
      if (change === 'joined') roles.set(award, role);
      else roles.delete(award);
    }
    const known: AwardRow[] = [];
    const refs = [...roles.keys()];
    for (let from = 0; from < refs.length; from += 500) {
      known.push(...(await db.selectFrom('awards').select(awardRow).where('reference', 'in', refs.slice(from, from + 500)).orderBy('reference').execute()));
    }
    const rows = (asOf ? await rowsAsOf(db, known, asOf.on) : known).map((row) => ({ ...row, role: roles.get(row.reference) ?? 'partner' }));
    const asLead = rows.filter(({ role }) => role === 'lead');
    const asPartner = rows.filter(({ role }) => role !== 'lead');
    return { organisation, asLead, asPartner, leadMinor: sum(asLead), partnerMinor: sum(asPartner) };
  },
});

import { code, optional, reference, yesNo, type AwardRef, type Code, type IsoDate, type SavingRef } from '#kernel';
import { financialYearField } from '#domain/limits';
import { sumOfSavings, type Basis, type SumOfSavings } from '#domain/savings';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { savingRow, savingsAsOf, figuresOf, type SavingRow, type Savings } from './saving-row.js';
import { savings } from './savings.js';

const yearField = financialYearField();

/** Programme, award and year of savings that are asked for. */
interface Which {
  readonly programme?: Code;
  readonly award?: AwardRef;
  readonly year?: string;
}
class SavingsAsked implements Which {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('AW', 'Award')) award?: AwardRef;
  @optional(yearField) year?: string;
  @optional(yesNo('With a claim that waits to be validated')) waiting?: boolean;
  @pageField page?: number;
  @sizeField size?: number;
}

const begunOf = (db: Savings, { programme, award, year }: Which, on: IsoDate | undefined) =>
  db
    .selectFrom('savings_begun as begun')
    .innerJoin('savings', 'savings.reference', 'begun.saving')
    .where('begun.position', '>', 0)
    .$if(award !== undefined, (query) => query.where('begun.of_award', '=', award ?? ''))
    .$if(programme !== undefined, (query) => query.where('begun.of_programme', '=', programme ?? ''))
    .$if(year !== undefined, (query) => query.where('begun.in_year', '=', year ?? ''))
    .$if(on !== undefined, (query) => query.where('begun.began_on', '<=', on ?? ''));

/** Every saving that is meant, as it stands or stood. */
export async function savingsOf(db: Savings, which: Which, on: IsoDate | undefined): Promise<readonly SavingRow[]> {
  const rows = await begunOf(db, which, on).select(savingRow).orderBy('begun.position').orderBy('begun.line').execute();
  return on === undefined ? rows : savingsAsOf(db, rows, on);
}

export const savingsList = questionOn('savings', {
  summary: 'Savings and income that were forecast, claimed or validated, by programme, award or year.',
  permission: 'register:read',
  input: SavingsAsked,
  from: [savings],
  takesAsOf: true,
  async ask(db, { page, size, waiting, ...which }, { asOf }): Promise<Paged<SavingRow>> {
    const paging = { ...(page === undefined ? {} : { page }), ...(size === undefined ? {} : { size }) };
    const { limit, offset } = pageOf(paging);
    if (waiting === true) {
      // What waits today is found by that; whose and when it was is seen on its page.
      const wanted = db.selectFrom('savings').where('is_waiting', '=', 1);
      return { rows: await wanted.select(savingRow).orderBy('reference').limit(limit).offset(offset).execute(), ...(await countedFrom(wanted, paging)) };
    }
    const wanted = begunOf(db, which, asOf?.on);
    const rows = await wanted.select(savingRow).orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
    return { rows: asOf ? await savingsAsOf(db, rows, asOf.on) : rows, ...(await countedFrom(wanted, paging)) };
  },
});

class TotalsAsked implements Which {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('AW', 'Award')) award?: AwardRef;
  @optional(yearField) year?: string;
  @optional(yesNo('Forecast')) forecast?: boolean;
  @optional(yesNo('Claimed')) claimed?: boolean;
  @optional(yesNo('Validated')) validated?: boolean;
  @optional(yesNo('Over a lifetime')) lifetime?: boolean;
}
export const bases: readonly Basis[] = ['forecast', 'claimed', 'validated', 'lifetime'];

export interface SavingsTotals {
  /** One sum on each basis that anything stands on; two lifetimes may refuse to be added. */
  readonly byBasis: readonly { readonly basis: Basis; readonly sum: SumOfSavings }[];
  /** What was asked to be added, where bases were chosen: on one basis a sum, across several a sentence that says why not. */
  readonly chosen?: SumOfSavings;
}

export const savingsTotals = questionOn('savings-totals', {
  summary: 'Savings added up on each basis; asked to add across bases it says why it does not.',
  permission: 'register:read',
  input: TotalsAsked,
  from: [savings],
  takesAsOf: true,
  async ask(db, { programme, award, year, ...chosen }, { asOf }): Promise<SavingsTotals> {
    const which = { ...(programme === undefined ? {} : { programme }), ...(award === undefined ? {} : { award }), ...(year === undefined ? {} : { year }) };
    const rows = await savingsOf(db, which, asOf?.on);
    const wanted = bases.filter((basis) => chosen[basis] === true);
    return {
      byBasis: bases.map((basis) => ({ basis, figures: rows.flatMap((row) => figuresOf(row, basis)) })).filter(({ figures }) => figures.length > 0).map(({ basis, figures }) => ({ basis, sum: sumOfSavings(figures) })),
      ...(wanted.length === 0 ? {} : { chosen: sumOfSavings(wanted.flatMap((basis) => rows.flatMap((row) => figuresOf(row, basis)))) }),
    };
  },
});

class SavingAsked {
  @reference('SV', 'Saving') saving!: SavingRef;
}
/** A claim of a saving and what became of it. Pence. */
export interface ClaimRow {
  readonly number: number;
  readonly amountMinor: number;
  readonly document: string;
  readonly claimedBy: string;
  readonly claimedOn: string;
  readonly stage: string;
  readonly acceptedMinor: number;
  readonly rejectedMinor: number;
  readonly endedBy: string | null;
  readonly endedOn: string | null;
  readonly reason: string | null;
}
export interface SavingPage extends SavingRow {
  readonly claims: readonly ClaimRow[];
}

export const savingPage = questionOn('saving', {
  summary: 'A saving with what is forecast, claimed and validated of it, and its claims.',
  permission: 'register:read',
  input: SavingAsked,
  from: [savings],
  takesAsOf: true,
  async ask(db, { saving }, { asOf }): Promise<SavingPage | undefined> {
    const found = await db.selectFrom('savings').select(savingRow).where('reference', '=', saving).executeTakeFirst();
    const [row] = found ? (asOf ? await savingsAsOf(db, [found], asOf.on) : [found]) : [];
    if (!row) return undefined;
    const claims = await db
      .selectFrom('saving_claims')
      .select([
        'number', 'amount_minor as amountMinor', 'document', 'claimed_by as claimedBy', 'claimed_on as claimedOn', 'stage', 'accepted_minor as acceptedMinor', 'rejected_minor as rejectedMinor',
        'ended_by as endedBy', 'ended_on as endedOn', 'reason',
      ])
      .where('saving', '=', saving)
      .$if(asOf !== undefined, (query) => query.where('claimed_on', '<=', asOf?.on ?? ''))
      .orderBy('number')
      .execute();
    return { ...row, claims: claims.map((claim) => (asOf && claim.endedOn !== null && claim.endedOn > asOf.on ? { ...claim, stage: 'waiting', acceptedMinor: 0, rejectedMinor: 0, endedBy: null, endedOn: null, reason: null } : claim)) };
  },
});

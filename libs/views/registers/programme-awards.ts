import type { IsoDate } from '#kernel';
import { isPublicBody } from '#domain/organisations';
import { awardRow, type AwardRow, type Awards } from './award-row.js';
import { rowsAsOf } from './awards-as-of.js';
import { partnersOf } from './partners-of.js';
import type { Rounds } from './round-row.js';
import { standing } from './stages.js';

/** Totals over the awards of a programme that stand. Pence. */
export interface ProgrammeTotals {
  /** Every award, whatever became of it. */
  readonly awards: number;
  readonly approved: number;
  readonly ceilingMinor: number;
  /** Agreed with recipients, signed or not yet. */
  readonly agreedMinor: number;
  /** Confirmed for later years, on top of what agreements say. */
  readonly laterMinor: number;
  /** What the ceilings would allow beyond what is agreed. */
  readonly headroomMinor: number;
  readonly committedMinor: number;
  readonly paidMinor: number;
  readonly matchRequiredMinor: number;
  readonly matchVerifiedMinor: number;
  readonly matchGapMinor: number;
  /** Awards that are short of match. */
  readonly short: number;
}

/** The awards of a programme as they stand or stood, found by an index: the length of the log does not matter. */
export async function awardsOf(db: Awards, programme: string, on: IsoDate | undefined): Promise<readonly AwardRow[]> {
  const rows = await db
    .selectFrom('awards_begun as begun')
    .innerJoin('awards', 'awards.reference', 'begun.award')
    .select(awardRow)
    .where('begun.in_programme', '=', programme)
    .$if(on !== undefined, (query) => query.where('begun.began_on', '<=', on ?? ''))
    .execute();
  return on === undefined ? rows : rowsAsOf(db, rows, on);
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
export const stands = ({ stage }: Pick<AwardRow, 'stage'>): boolean => (standing as readonly string[]).includes(stage);
/** What an award comes to at most, as far as it is settled: signed, negotiated, or its ceiling. */
export const worth = ({ agreedMinor, negotiatedMinor, ceilingMinor }: AwardRow): number => agreedMinor ?? negotiatedMinor ?? ceilingMinor ?? 0;

export function totalsOf(all: readonly AwardRow[]): ProgrammeTotals {
  const held = all.filter(stands);
  const ceilingMinor = sum(held, (each) => each.ceilingMinor);
  const agreedMinor = sum(held, (each) => each.agreedMinor ?? each.negotiatedMinor);
  return {
    awards: all.length,
    approved: held.length,
    ceilingMinor,
    agreedMinor,
    laterMinor: sum(held, (each) => (each.agreedMinor === null ? 0 : Math.max(0, each.committedMinor - each.agreedMinor))),
    headroomMinor: ceilingMinor - agreedMinor,
    committedMinor: sum(all, (each) => each.committedMinor),
    paidMinor: sum(all, (each) => each.paidMinor),
    matchRequiredMinor: sum(all, (each) => each.matchRequiredMinor),
    matchVerifiedMinor: sum(all, (each) => each.matchVerifiedMinor),
    matchGapMinor: sum(all, (each) => each.matchGapMinor),
    short: all.filter((each) => each.matchGapMinor > 0).length,
  };
}

/** Public bodies that hold these awards or share in them, each once: joint applicants and other partners count, companies and charities do not. */
export async function bodiesOf(db: Rounds, awards: readonly AwardRow[]): Promise<ReadonlySet<string>> {
  const bodies = new Set(awards.map(({ recipient }) => recipient));
  for (let from = 0; from < awards.length; from += 500) {
    const partners = await db
      .selectFrom('award_partners').select(['award', 'organisation', 'type', 'change']).where('award', 'in', awards.slice(from, from + 500).map(({ reference }) => reference)).orderBy('position').orderBy('line').execute();
    for (const { organisation, type } of partnersOf(partners)) if (isPublicBody(type)) bodies.add(organisation);
  }
  return bodies;
}

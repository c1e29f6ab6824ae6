import { londonDate, type Happened, type RowsOf } from '#kernel';
import type { awardTables } from './award-tables.js';
import type { AwardStage } from './stages.js';

export type AwardRows = RowsOf<typeof awardTables>;
type Columns = Parameters<AwardRows['awards']['patch']>[1];

/** Figures that are stated: the newest stands. */
export const stated = ['ceiling_minor', 'proposed_minor', 'negotiated_minor', 'agreed_minor'] as const;
/** Figures that events add to. */
export const summed = [
  'committed_minor', 'elsewhere_minor', 'authorised_minor', 'paid_minor',
  'match_required_minor', 'match_pledged_minor', 'match_evidenced_minor', 'match_verified_minor', 'match_met_minor', 'match_gap_minor', 'match_waived_minor',
] as const;
export type Stated = (typeof stated)[number];
export type Summed = (typeof summed)[number];

/** What an event does to an award. Amounts in pence. */
export interface Move {
  readonly to?: AwardStage;
  readonly states?: Partial<Record<Stated, number>>;
  readonly adds?: Partial<Record<Summed, number>>;
  /** What has no history of its own: names, documents, reasons. */
  readonly also?: Columns;
}

/** Changes an award's row, and keeps what changed with its day of effect: a question about a business date reads that. */
export function move(rows: AwardRows, award: string, { on, recordedAt }: Pick<Happened, 'on' | 'recordedAt'>, { to, states = {}, adds = {}, also = {} }: Move): void {
  const recordedOn = londonDate(recordedAt);
  rows.awards.patch({ reference: award }, { ...also, ...states, ...(to === undefined ? {} : { stage: to, stage_on: on, stage_recorded_on: recordedOn }) });
  if (to !== undefined) rows.award_stages.add({ award, stage: to, effective_on: on, recorded_on: recordedOn });
  const changes = Object.entries(adds).filter(([, amount]) => amount !== 0);
  if (changes.length > 0) rows.awards.add({ reference: award }, adds);
  for (const [figure, amount] of [...Object.entries(states), ...changes]) rows.award_figures.add({ award, figure, amount_minor: amount, effective_on: on });
}

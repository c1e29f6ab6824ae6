import type { AwardRow } from '#views/registers';
import { awardStage, type ShownStage } from '../../layout/stages.js';
import { link, type Visit } from '../../visits/visit.js';

/** An award as a table shows it. */
export interface AwardLine {
  readonly reference: string;
  readonly href: string;
  readonly recipient: string;
  readonly title: string;
  readonly stage: ShownStage;
  /** Its stage was recorded on a later day than that on which it took effect. */
  readonly isLate: boolean;
  readonly ceiling: number | null;
  readonly agreed: number | null;
  readonly paid: number;
  readonly matchGap: number | null;
}

export const awardLines = (rows: readonly AwardRow[], visit: Visit): readonly AwardLine[] =>
  rows.map(({ reference, recipientName, title, stage, stageOn, stageRecordedOn, ceilingMinor, agreedMinor, paidMinor, matchRequiredMinor, matchGapMinor }) => ({
    reference,
    href: link(visit, `/awards/${reference}`),
    recipient: recipientName,
    title,
    stage: awardStage(stage),
    isLate: stageRecordedOn > stageOn,
    ceiling: ceilingMinor,
    agreed: agreedMinor,
    paid: paidMinor,
    matchGap: matchRequiredMinor === 0 ? null : matchGapMinor,
  }));

import type { Known } from '../question-on.js';
import type { awardRegister } from './award-register.js';

/** An award as lists show it. Amounts are pence; null where the award has not come that far. */
export interface AwardRow {
  readonly reference: string;
  readonly title: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly programme: string;
  readonly financialYear: string;
  readonly round: string;
  readonly stage: string;
  /** The day from which it has been at that stage, and the day on which that was recorded. */
  readonly stageOn: string;
  readonly stageRecordedOn: string;
  readonly ceilingMinor: number | null;
  readonly proposedMinor: number | null;
  /** Agreed with the recipient, perhaps not signed yet. */
  readonly negotiatedMinor: number | null;
  /** Signed. */
  readonly agreedMinor: number | null;
  /** What the award holds. */
  readonly committedMinor: number;
  /** How much of that never was its round’s: other funds and later years bear it. */
  readonly elsewhereMinor: number;
  readonly authorisedMinor: number;
  readonly paidMinor: number;
  readonly matchRequiredMinor: number;
  readonly matchVerifiedMinor: number;
  readonly matchGapMinor: number;
}

/** The columns of an award's row, under the names that answers have. */
export const awardRow = [
  'reference', 'title', 'recipient', 'recipient_name as recipientName', 'programme', 'financial_year as financialYear', 'round', 'stage',
  'stage_on as stageOn', 'stage_recorded_on as stageRecordedOn',
  'ceiling_minor as ceilingMinor', 'proposed_minor as proposedMinor', 'negotiated_minor as negotiatedMinor', 'agreed_minor as agreedMinor',
  'committed_minor as committedMinor', 'elsewhere_minor as elsewhereMinor', 'authorised_minor as authorisedMinor', 'paid_minor as paidMinor',
  'match_required_minor as matchRequiredMinor', 'match_verified_minor as matchVerifiedMinor', 'match_gap_minor as matchGapMinor',
] as const;

export type Awards = Known<[typeof awardRegister]>;

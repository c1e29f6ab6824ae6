import { choice, type FieldValue } from '#kernel';

/** How far an award has come. */
export const stageField = choice('Stage', {
  recommended: 'recommended', approved: 'approved', offered: 'offered', agreed: 'agreed', closed: 'closed', declined: 'declined', lapsed: 'lapsed', withdrawn: 'withdrawn',
});
export type AwardStage = FieldValue<typeof stageField>;

/** Awards that hold money or have had it: a lapsed, declined or withdrawn one is no part of a programme's totals. */
export const standing: readonly AwardStage[] = ['approved', 'offered', 'agreed', 'closed'];

export const paymentStageField = choice('State', {
  authorised: 'authorised', released: 'released', settled: 'settled', failed: 'failed', returned: 'returned', cancelled: 'cancelled',
});
export type PaymentStage = FieldValue<typeof paymentStageField>;

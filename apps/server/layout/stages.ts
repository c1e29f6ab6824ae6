/** A stage as a tag shows it: the words carry the meaning, the tone only helps the eye. */
export interface ShownStage {
  readonly words: string;
  readonly tone: 'open' | 'waiting' | 'ended' | 'wrong';
}

const awards: Readonly<Record<string, ShownStage>> = {
  recommended: { words: 'Recommended', tone: 'waiting' },
  approved: { words: 'Approved', tone: 'open' },
  offered: { words: 'Offered', tone: 'waiting' },
  agreed: { words: 'Agreed', tone: 'open' },
  declined: { words: 'Declined', tone: 'ended' },
  lapsed: { words: 'Lapsed', tone: 'ended' },
  withdrawn: { words: 'Withdrawn', tone: 'ended' },
  closed: { words: 'Closed', tone: 'ended' },
};
const payments: Readonly<Record<string, ShownStage>> = {
  authorised: { words: 'To be released', tone: 'waiting' },
  released: { words: 'Released', tone: 'open' },
  settled: { words: 'Settled', tone: 'open' },
  failed: { words: 'Failed', tone: 'wrong' },
  returned: { words: 'Returned', tone: 'wrong' },
  cancelled: { words: 'Cancelled', tone: 'ended' },
};

const applications: Readonly<Record<string, ShownStage>> = {
  nominated: { words: 'Received', tone: 'waiting' },
  'taken-forward': { words: 'Taken forward', tone: 'open' },
  declined: { words: 'Declined', tone: 'ended' },
  withdrawn: { words: 'Withdrawn', tone: 'ended' },
};

/** Of an award's project. */
const phases: Readonly<Record<string, ShownStage>> = {
  closed: { words: 'Not open yet', tone: 'waiting' },
  open: { words: 'May start', tone: 'open' },
  started: { words: 'Under way', tone: 'open' },
  ended: { words: 'Ended', tone: 'ended' },
};
const outputs: Readonly<Record<string, ShownStage>> = {
  submitted: { words: 'Waits for an answer', tone: 'waiting' },
  accepted: { words: 'Accepted', tone: 'open' },
  'sent-back': { words: 'Sent back', tone: 'wrong' },
};
/** Of an award's money. */
const parts: Readonly<Record<string, ShownStage>> = {
  conditional: { words: 'Conditional', tone: 'waiting' },
  confirmed: { words: 'Confirmed', tone: 'open' },
  signed: { words: 'Signed', tone: 'open' },
  declined: { words: 'Declined', tone: 'ended' },
  lapsed: { words: 'Lapsed', tone: 'ended' },
  ended: { words: 'Ended with the award', tone: 'ended' },
};
const claims: Readonly<Record<string, ShownStage>> = {
  claimed: { words: 'Claimed', tone: 'waiting' },
  reimbursed: { words: 'Paid back', tone: 'open' },
  rejected: { words: 'Not accepted', tone: 'wrong' },
};
const ratings: Readonly<Record<string, ShownStage>> = { green: { words: 'Green', tone: 'open' }, amber: { words: 'Amber', tone: 'waiting' }, red: { words: 'Red', tone: 'wrong' } };

const shown = (stages: Readonly<Record<string, ShownStage>>) => (stage: string): ShownStage => stages[stage] ?? { words: stage, tone: 'ended' };
export const awardStage = shown(awards);
export const paymentStage = shown(payments);
export const applicationStage = shown(applications);
export const phaseStage = shown(phases);
export const outputStage = shown(outputs);
export const partStage = shown(parts);
export const claimStage = shown(claims);
export const ratingStage = shown(ratings);

export const awardStages: readonly string[] = Object.keys(awards);
export const paymentStages: readonly string[] = Object.keys(payments);
export const applicationStages: readonly string[] = Object.keys(applications);

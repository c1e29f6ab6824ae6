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
  nominated: { words: 'Nominated', tone: 'waiting' },
  'taken-forward': { words: 'Taken forward', tone: 'open' },
  declined: { words: 'Declined', tone: 'ended' },
  withdrawn: { words: 'Withdrawn', tone: 'ended' },
};

const shown = (stages: Readonly<Record<string, ShownStage>>) => (stage: string): ShownStage => stages[stage] ?? { words: stage, tone: 'ended' };
export const awardStage = shown(awards);
export const paymentStage = shown(payments);
export const applicationStage = shown(applications);

export const awardStages: readonly string[] = Object.keys(awards);
export const paymentStages: readonly string[] = Object.keys(payments);
export const applicationStages: readonly string[] = Object.keys(applications);

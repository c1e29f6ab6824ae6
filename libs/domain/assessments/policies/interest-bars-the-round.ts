/** An interest in one competing bid bars the whole round: scores are compared with one another. */
export const interestRefusals = {
  'assessor-has-an-interest': 'You declared an interest in this round, so someone else must score its applications',
} as const;

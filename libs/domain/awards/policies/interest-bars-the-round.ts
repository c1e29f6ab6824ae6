/** An interest in one competing bid bars the whole round: a ranking can't be decided in parts. */
export const interestRefusals = {
  'approver-has-an-interest': 'You declared an interest in this round, so someone else must decide its awards',
} as const;

/**
 * An interest in one competing bid bars its holder from whatever settles who wins: bids are compared with one another, so a
 * hand in any of them weighs on all. A command spreads this into its refusals and keeps `facts.interests.state.barred` apart.
 */
export const interestRefusals = {
  'interest-bars-the-round': 'You declared an interest in this round, so someone else must do this',
} as const;

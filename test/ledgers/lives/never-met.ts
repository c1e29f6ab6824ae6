/** What no random life can meet, each with the reason. What stands here and is met after all makes the campaign fail. */
const neverMet: readonly { readonly outcome: RegExp; readonly because: string }[] = [
  {
    outcome: /^AdvanceWaitingList$/,
    because: 'whoever gives a place back calls the next in the same append: it decides something only when two do things at once',
  },
  { outcome: /^ScreenApplications: register-holds-too-little$/, because: 'registers of before this version hold too little, and no life begins with one' },
];
export const canBeMet = (outcome: string): boolean => !neverMet.some((each) => each.outcome.test(outcome));

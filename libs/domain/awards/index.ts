import { agreeAmount } from './commands/agree-amount.js';
import { approveAward } from './commands/approve-award.js';
import { closeAward } from './commands/close-award.js';
import { declineAward } from './commands/decline-award.js';
import { lapseOffer } from './commands/lapse-offer.js';
import { offerAgreement } from './commands/offer-agreement.js';
import { proposeAmount } from './commands/propose-amount.js';
import { putToBoard } from './commands/put-to-board.js';
import { recommendAward } from './commands/recommend-award.js';
import { setMatchCondition } from './commands/set-match-condition.js';
import { signAgreement } from './commands/sign-agreement.js';
import { withdrawAward } from './commands/withdraw-award.js';

export * as awardEvents from './award.events.js';
export { agreementOf, type Agreement, type AwardState, type AwardTerms, type MatchCondition } from './award-state.js';
export { award } from './award.js';
export { matchRequiredSoFar } from './match-required.js';
export { percentOf } from './percent-of.js';
export { readHolders, release, type Holders } from './policies/release.js';
/** For workflows, which turn events into commands. */
export { lapseOffer };
export const awardCommands = [
  recommendAward, putToBoard, approveAward, declineAward, proposeAmount, agreeAmount, setMatchCondition,
  offerAgreement, signAgreement, lapseOffer, withdrawAward, closeAward,
] as const;

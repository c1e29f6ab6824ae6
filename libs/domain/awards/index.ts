import { addPartner } from './commands/add-partner.js';
import { agreeAmount } from './commands/agree-amount.js';
import { approveAward } from './commands/approve-award.js';
import { carryForward } from './commands/carry-forward.js';
import { closeAward } from './commands/close-award.js';
import { confirmTranche } from './commands/confirm-tranche.js';
import { declineAward } from './commands/decline-award.js';
import { declineTranche } from './commands/decline-tranche.js';
import { lapseOffer } from './commands/lapse-offer.js';
import { lapseTranche } from './commands/lapse-tranche.js';
import { nameTranche } from './commands/name-tranche.js';
import { offerAgreement } from './commands/offer-agreement.js';
import { proposeAmount } from './commands/propose-amount.js';
import { putToBoard } from './commands/put-to-board.js';
import { recommendAward } from './commands/recommend-award.js';
import { removePartner } from './commands/remove-partner.js';
import { setMatchCondition } from './commands/set-match-condition.js';
import { signAgreement } from './commands/sign-agreement.js';
import { stateCost } from './commands/state-cost.js';
import { tagAward } from './commands/tag-award.js';
import { transferAward } from './commands/transfer-award.js';
import { untagAward } from './commands/untag-award.js';
import { withdrawAward } from './commands/withdraw-award.js';

export * as awardEvents from './award.events.js';
export { agreementOf, type Agreement, type AwardState, type AwardTerms, type MatchCondition, type Tranche } from './award-state.js';
export { daysOf, mayBegin, moneyCounted, moneyLimitOf, phasesOf, supportOf } from './award-holdings.js';
export type { Phases, Support } from './award-copies.js';
export { award } from './award.js';
export { valueOfDays } from './days-signed.js';
export { matchRequiredSoFar } from './match-required.js';
export { percentOf } from './percent-of.js';
export { bearersOf, partsOf } from './policies/lines-of-award.js';
export { readFund, releaseLine } from './policies/held-by-terms.js';
export { lineOf } from './policies/line-of-award.js';
export { drawnOf, readMoneyOf } from './policies/lines-of-money.js';
export { readHolders, release, type Holders } from './policies/release.js';
/** For workflows, which turn events into commands. */
export { lapseOffer, lapseTranche };
export const awardCommands = [
  recommendAward, putToBoard, approveAward, declineAward, proposeAmount, agreeAmount, setMatchCondition,
  offerAgreement, signAgreement, lapseOffer, withdrawAward, closeAward,
  nameTranche, confirmTranche, declineTranche, lapseTranche, carryForward, stateCost, transferAward, addPartner, removePartner, tagAward, untagAward,
] as const;

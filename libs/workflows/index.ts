import type { WorkflowDeclaration } from '#kernel';
import { advanceTheWaitingList } from './advance-waiting-list.js';
import { lapseConditionalYear } from './lapse-conditional-year.js';
import { lapseUnsignedOffer } from './lapse-unsigned-offer.js';
import { releaseMatchOfEndedAward } from './release-match-of-ended-award.js';

/** Every workflow. */
export const workflows: readonly WorkflowDeclaration[] = [advanceTheWaitingList, lapseConditionalYear, lapseUnsignedOffer, releaseMatchOfEndedAward];

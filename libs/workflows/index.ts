import type { WorkflowDeclaration } from '#kernel';
import { lapseUnsignedOffer } from './lapse-unsigned-offer.js';
import { releaseMatchOfEndedAward } from './release-match-of-ended-award.js';

/** Every workflow. */
export const workflows: readonly WorkflowDeclaration[] = [lapseUnsignedOffer, releaseMatchOfEndedAward];

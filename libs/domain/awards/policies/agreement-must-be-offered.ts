import { refuse, type Refusal } from '#kernel';
import type { Stage } from '../award-state.js';

export const offerRefusals = {
  'agreement-is-not-offered': 'This award is {stage}, and only an agreement that is on offer can be signed or lapse',
} as const;

export const refuseUnoffered = (stage: Stage): Refusal<'agreement-is-not-offered'> => refuse('agreement-is-not-offered', { stage });

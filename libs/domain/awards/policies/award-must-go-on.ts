import { refuse, type Refusal } from '#kernel';
import type { AwardState } from '../award-state.js';

export const ongoingRefusals = { 'award-has-ended': 'This award is {stage} already' } as const;

/** An award that goes on: recommended, approved, on offer or agreed. */
export type Ongoing = Extract<AwardState, { readonly stage: 'recommended' | 'approved' | 'offered' | 'agreed' }>;

export function awardMustGoOn(state: AwardState): Ongoing | Refusal<'award-has-ended'> {
  switch (state.stage) {
    case 'recommended':
    case 'approved':
    case 'offered':
    case 'agreed':
      return state;
    default:
      return refuse('award-has-ended', { stage: state.stage });
  }
}

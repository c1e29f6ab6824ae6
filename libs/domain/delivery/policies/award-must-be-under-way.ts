import { refuse, type Refusal } from '#kernel';
import { mayBegin, type AwardState } from '#domain/awards';

export const underWayRefusals = {
  'award-is-not-under-way': 'This award is {stage}. Work on it begins once its agreement is signed, and ends with the award',
} as const;

/** Work begins with the signature, or with the approval where no paper is signed, and ends with the award. */
export const awardMustBeUnderWay = (state: AwardState): Refusal<'award-is-not-under-way'> | undefined =>
  mayBegin(state) ? undefined : refuse('award-is-not-under-way', { stage: state.stage });

import { refuse, type Person, type Refusal } from '#kernel';
import type { InterestsState } from '#domain/decisions';

export const interestRefusals = {
  'approver-has-an-interest': 'You declared an interest in this round, so someone else must decide its awards',
} as const;

/** An interest in one competing bid bars the whole round: a ranking can't be decided in parts. */
export const approverMustHaveNoInterest = ({ barred }: InterestsState, actor: Person): Refusal<'approver-has-an-interest'> | undefined =>
  barred.includes(actor) ? refuse('approver-has-an-interest') : undefined;

import { refuse, type AwardRef, type ReadFact, type Refusal } from '#kernel';
import { mayBegin, type AwardState } from '#domain/awards';
import { daysLimit, held, limit, showDays, type LimitFact } from '#domain/limits';

/** Days that an approval gave an award lie in buckets: left, logged, released. */
export const readDaysOf = (read: ReadFact, of: AwardRef): Promise<LimitFact> => read.ifAny(limit, daysLimit(of));

export const agreedRefusals = {
  'days-are-not-agreed': 'This award is {stage} and has no days to use: its approval says how many it has, and help begins once its agreement is signed',
} as const;

/** Help begins once an award stands, and ends with it. */
export const daysMustBeAgreed = (state: AwardState, days: LimitFact): Refusal<keyof typeof agreedRefusals> | undefined =>
  mayBegin(state) && days.state.stage === 'open' ? undefined : refuse('days-are-not-agreed', { stage: state.stage });

export const leftRefusals = { 'over-days': 'This award has {left} left' } as const;
export const mustBeLeft = (days: LimitFact, needed: number): Refusal<keyof typeof leftRefusals> | undefined => {
  const left = held(days, 'left');
  return needed > left ? refuse('over-days', { left: showDays(left) }) : undefined;
};

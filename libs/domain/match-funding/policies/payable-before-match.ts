import { isNil, type Money } from '#kernel';
import { percentOf, type Agreement, type MatchCondition } from '#domain/awards';

/** How much of a grant may be paid or on its way while match is missing; undefined where the whole of it may. */
export const payableBeforeMatch = ({ amount }: Agreement, condition: MatchCondition | undefined, gap: Money): Money | undefined =>
  condition && !isNil(gap) ? percentOf(amount, condition.payableBeforeVerified, 'down') : undefined;

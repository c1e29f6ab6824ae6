import { choice, oneOf, variant, type FieldValue } from '#kernel';

const late = choice('Late ones', { never: 'none is taken late', 'with-reason': 'a late one is taken when a reason is given' });
const again = choice('Sent again', { never: 'what was sent stands', 'until-it-closes': 'a body may send it again until the round closes' });
const how = { late, again };

/** How bodies come into a round. The dates are the round's own. */
export const intakeTerm = oneOf('How bodies come in', {
  nomination: variant(how, 'officers nominate bodies; {late}; {again}', 'By nomination'),
  'expression-of-interest': variant(how, 'bodies express an interest; {late}; {again}', 'By expressions of interest'),
  'invited-bids': variant(how, 'bodies on a closed list are invited to bid; {late}; {again}', 'By invited bids, from a closed list'),
  'open-call': variant(how, 'any body may apply; {late}; {again}', 'By an open call'),
});
export type IntakeTerm = FieldValue<typeof intakeTerm>;

import { code, count, money, oneOf, reference, text, variant, type FieldValue } from '#kernel';

/** By whose authority an award was approved or declined, as the command takes it. */
export const authorityClaimed = oneOf('Authority', {
  delegated: variant({ body: code('Body'), minute: text('Minute') }, '{body} under delegation, minute {minute}'),
  board: variant({ decision: reference('DC', 'Decision') }, 'decision {decision}'),
});
export type AuthorityClaimed = FieldValue<typeof authorityClaimed>;

/** The same with the evidence that was read from the body's and the decision's own streams. */
export const authorityShown = oneOf('Authority', {
  delegated: variant(
    {
      body: code('Body'),
      minute: text('Minute'),
      delegation: count('Number of the delegation', { min: 1 }),
      perAward: money('Limit for one award'),
      leftBefore: money('Left before this award', { orNil: true }),
    },
    'under delegation {delegation} (up to {perAward} for each award, {leftBefore} left), minute {minute}',
  ),
  board: variant(
    { decision: reference('DC', 'Decision'), body: code('Body'), meeting: text('Meeting'), item: text('Item'), minute: text('Minute') },
    'by decision {decision} at {meeting}, item {item}, minute {minute}',
  ),
});
export type AuthorityShown = FieldValue<typeof authorityShown>;

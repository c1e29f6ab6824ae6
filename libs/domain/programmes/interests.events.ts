/** Stored. Change only through interests.history.ts. */
import { event, person, reference, text } from '#kernel';

export const InterestDeclared = event('InterestDeclared', {
  fields: { round: reference('RD', 'Round'), declaredBy: person('Declared by'), nature: text('Nature of the interest') },
  sentence: 'An interest in round {round} was declared: {nature}',
});

/** The interest is no more, such as after an election; what was declared stays in the record. */
export const InterestEnded = event('InterestEnded', {
  fields: { round: reference('RD', 'Round'), heldBy: person('Held by'), reason: text('Reason') },
  sentence: 'An interest in round {round} is no more: {reason}',
});

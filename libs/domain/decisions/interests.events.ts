/** Stored. Change only through interests.history.ts. */
import { event, person, reference, text } from '#kernel';

export const InterestDeclared = event('InterestDeclared', {
  fields: { round: reference('RD', 'Round'), declaredBy: person('Declared by'), nature: text('Nature of the interest') },
  sentence: 'An interest in round {round} was declared: {nature}',
});

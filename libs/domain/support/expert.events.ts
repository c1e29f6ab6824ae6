/** Stored. Change only through expert.history.ts. */
import { code, event, optional, person, text } from '#kernel';

const programme = code('Programme');
const title = text('What the expert does');
const who = optional(person('Person'));

/** Experts are known by what they do. Who they are stands outside the log; `person` ties them to interests they declare. */
export const ExpertAddedToPool = event('ExpertAddedToPool', {
  fields: { programme, title, person: who },
  sentence: 'An expert was added to the pool of {programme}: {title}',
});

export const ExpertRemovedFromPool = event('ExpertRemovedFromPool', {
  fields: { programme, title, reason: text('Reason') },
  sentence: 'An expert was removed from the pool of {programme} ({title}): {reason}',
});

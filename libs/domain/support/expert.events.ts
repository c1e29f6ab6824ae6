/** Stored. Change only through expert.history.ts. */
import { code, date, event, optional, person, text } from '#kernel';
import { days, financialYearField } from '#domain/limits';

const programme = code('Programme');
const title = text('What the expert does');
const who = optional(person('Person'));
const before = optional(days('Days that were said before', { orNil: true }));

/** Experts are known by what they do. Who they are stands outside the log; `person` ties them to interests they declare. */
export const ExpertAddedToPool = event('ExpertAddedToPool', {
  fields: { programme, title, person: who },
  sentence: 'An expert was added to the pool of {programme}: {title}',
});

export const ExpertRemovedFromPool = event('ExpertRemovedFromPool', {
  fields: { programme, title, reason: text('Reason') },
  sentence: 'An expert was removed from the pool of {programme} ({title}): {reason}',
});

/** Said again for the same financial year, it replaces what was said before. */
export const AvailabilitySet = event('AvailabilitySet', {
  fields: { programme, title, from: date('From'), until: date('Until'), days: days('Days', { orNil: true }), financialYear: financialYearField(), before },
  sentence: ({ before: replaced }, show) =>
    `An expert of ${show('programme')} (${show('title')}) has ${show('days')} to give from ${show('from')} until ${show('until')}${replaced === undefined ? '' : `, in place of ${show('before')}`}`,
});

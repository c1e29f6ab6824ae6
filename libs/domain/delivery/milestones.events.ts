/** Stored. Change only through milestones.history.ts. */
import { count, date, event, optional, text } from '#kernel';
import { milestoneKind, printedFigures, programme, rating } from './milestone-fields.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const document = optional(text('Document'));
const planned = optional(date('Planned for'));
const reason = optional(text('Reason'));
const reference = optional(text('Reference'));

export const MilestoneReached = event('MilestoneReached', {
  fields: { programme, kind: milestoneKind, title: text('Title'), document, planned },
  sentence: ({ document: from, planned: day }, show) =>
    `${show('programme')} reached a milestone, ${show('kind')}: ${show('title')}${from ? ` (${show('document')})` : ''}${day ? `; it was planned for ${show('planned')}` : ''}`,
});

/** How many of a kind were agreed, such as 12 to 15 reports. Set again, it replaces what was agreed before. */
export const MilestonesPlanned = event('MilestonesPlanned', {
  fields: { programme, kind: milestoneKind, least: count('At least', { max: 10_000 }), most: count('At most', { min: 1, max: 10_000 }), document },
  sentence: ({ document: from }, show) => `${show('programme')} is to reach ${show('least')} to ${show('most')} milestones, each a ${show('kind')}${from ? ` (${show('document')})` : ''}`,
});

export const DiscrepancyNoted = event('DiscrepancyNoted', {
  fields: { programme, subject: text('What the documents differ on'), printed: printedFigures },
  sentence: 'Documents of {programme} differ on {subject}. {printed}',
});

export const RatingReported = event('RatingReported', {
  fields: { programme, period: text('Period'), rating, output: text('What was rated'), reason, reference },
  sentence: ({ reason: why, reference: from }, show) =>
    `${show('output')} of ${show('programme')} was rated ${show('rating')} for ${show('period')}${why ? `: ${show('reason')}` : ''}${from ? ` (${show('reference')})` : ''}`,
});

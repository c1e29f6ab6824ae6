import { choice, code, list, text } from '#kernel';

export const programme = code('Programme');

/** What a programme reached: something that can be pointed to, not a figure. */
export const milestoneKind = choice('Kind', { launch: 'launch', event: 'event', report: 'report', 'case-study': 'case study', visit: 'visit', note: 'note' });

export const rating = choice('Rating', { green: 'green', amber: 'amber', red: 'red' });

/** The same thing as two documents print it. Both stand, and neither is added to anything. */
export const printedFigures = list('As printed', { document: text('Document'), figure: text('What it says') }, '{document}: {figure}', { min: 2, max: 10 });

/** What happened, in sentences: the audit timeline and the page of one event. */
import { changesAround, eventPage, timelinePage } from './timeline-page.js';
import { timeline } from './timeline.js';

export { changesAround, eventPage, timelinePage, type ChangesAround, type EventEntry, type TimelineEntry, type TimelinePage } from './timeline-page.js';
export { sentenceOf } from './sentences.js';
export { timeline } from './timeline.js';

export const auditViews = [timeline] as const;
export const auditQuestions = [timelinePage, changesAround, eventPage] as const;

/** What happened, in sentences: the audit timeline and the page of one event. */
import { eventPage, timelinePage } from './timeline-page.js';
import { timeline } from './timeline.js';

export { eventPage, timelinePage, type EventEntry, type TimelineEntry, type TimelinePage } from './timeline-page.js';
export { timeline } from './timeline.js';

export const auditViews = [timeline] as const;
export const auditQuestions = [timelinePage, eventPage] as const;

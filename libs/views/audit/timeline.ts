import { entries, londonDate, viewOfAll } from '#kernel';
import { isOffDay, spansOf } from '../days.js';
import { linksOf } from './links.js';
import { eventIn, sentenceOf } from './sentences.js';

/** What stands for the whole log where events are found by the thing that they concern. */
export const everything = '';

/** Every event as a sentence, with who recorded it and both its dates; and where to find it: under everything it concerns. */
export const timeline = viewOfAll('timeline', {
  version: 3,
  tables: {
    timeline: entries({
      columns: {
        sentence: 'text', type: 'text', stream: 'text', category: 'text', ref: 'text', version: 'integer', id: 'text', actor: 'text', role: 'text', command: 'text?',
        /** Recorded on a later day than that on which it took effect. */
        is_late: 'integer', effective_on: 'text', recorded_at: 'text', correlation: 'text?', causation: 'text?', facts: 'text?',
      },
    }),
    timeline_links: entries({ columns: { subject: 'text', is_aside: 'integer', effective_on: 'text' }, indexes: [['subject', 'is_aside']] }),
    /** The same for events that took effect on another day than that of their recording, once for their year, their month and their day. */
    off_day_links: entries({ columns: { subject: 'text', is_aside: 'integer', span: 'text' }, indexes: [['subject', 'is_aside', 'span']] }),
  },
  every(rows, event) {
    const { type, stream, category, ref, version, id, meta, on, recordedAt, data } = event;
    const of = eventIn(stream, type);
    rows.timeline.add({
      sentence: sentenceOf(stream, type, data), type, stream, category, ref, version, id, actor: meta['actor'] ?? '', role: meta['role'] ?? '', command: meta['command'] ?? null,
      is_late: londonDate(recordedAt) > on ? 1 : 0, effective_on: on, recorded_at: recordedAt,
      correlation: meta['$correlationId'] ?? null, causation: meta['$causationId'] ?? null, facts: meta['facts'] ?? null,
    });
    const links = linksOf(event, of).map(({ subject, aside }) => ({ subject, is_aside: aside ? 1 : 0 }));
    for (const link of links) rows.timeline_links.add({ ...link, effective_on: on });
    if (!isOffDay(event)) return;
    const [, ...spans] = spansOf(on);
    for (const link of [{ subject: everything, is_aside: 0 }, ...links]) for (const span of spans) rows.off_day_links.add({ ...link, span });
  },
});

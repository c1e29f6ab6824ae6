import { daysBetween, entries, londonDate, numbers, viewOfAll, type AnyEvent } from '#kernel';
import { streams } from '#domain';
import { linksOf } from './links.js';

const declared: ReadonlyMap<string, AnyEvent> = new Map([...streams, numbers].flatMap(({ category, events }) => Object.entries(events).map(([type, event]) => [`${category} ${type}`, event])));

/** Words for a type that nobody declares, such as what the log itself writes: "Log opened". */
const inWords = (type: string): string => type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Every event as a sentence, with who recorded it and both its dates; and where to find it: under everything it concerns. */
export const timeline = viewOfAll('timeline', {
  version: 1,
  tables: {
    timeline: entries({
      columns: {
        sentence: 'text', type: 'text', stream: 'text', category: 'text', ref: 'text', version: 'integer', id: 'text', actor: 'text', role: 'text', command: 'text?',
        /** Recorded more than a day after it took effect. */
        is_late: 'integer', effective_on: 'text', recorded_at: 'text', correlation: 'text?', causation: 'text?', facts: 'text?',
      },
    }),
    timeline_links: entries({ columns: { subject: 'text', is_aside: 'integer' }, indexes: [['subject', 'is_aside']] }),
  },
  every(rows, event) {
    const { type, stream, category, ref, version, id, meta, on, recordedAt, data } = event;
    const of = declared.get(`${category} ${type}`);
    rows.timeline.add({
      sentence: of?.say(data) ?? inWords(type), type, stream, category, ref, version, id, actor: meta['actor'] ?? '', role: meta['role'] ?? '', command: meta['command'] ?? null,
      is_late: daysBetween(on, londonDate(recordedAt)) > 1 ? 1 : 0, effective_on: on, recorded_at: recordedAt,
      correlation: meta['$correlationId'] ?? null, causation: meta['$causationId'] ?? null, facts: meta['facts'] ?? null,
    });
    for (const { subject, aside } of linksOf(event, of)) rows.timeline_links.add({ subject, is_aside: aside ? 1 : 0 });
  },
});

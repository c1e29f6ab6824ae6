import { streams } from '#domain';
import { numbers } from '#kernel';
import type { RecordedEvent } from '#platform/event-store';

const declared = new Map([...streams, numbers].flatMap(({ events }) => Object.entries(events)));

/** An event in words, as its declaration says it. What the log itself writes, such as its opening, goes by its type. */
export function sentenceOf({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): string {
  return declared.get(type)?.say(data) ?? type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/ ([A-Z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
}

import { streams } from '#domain';
import { numbers, streamParts, type AnyStream } from '#kernel';

const known: ReadonlyMap<string, AnyStream> = new Map([...streams, numbers].map((stream) => [stream.category, stream]));

/** The sentence that the timeline prints for an event; its bare name where no declared stream holds it. */
export function sentenceOf(stream: string, type: string, data: unknown): string {
  return known.get(streamParts(stream).category)?.events[type]?.say(data) ?? type;
}

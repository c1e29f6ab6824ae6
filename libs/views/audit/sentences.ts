import { numbers, streamParts, type AnyEvent } from '#kernel';
import { streams } from '#domain';

const declared: ReadonlyMap<string, AnyEvent> = new Map([...streams, numbers].flatMap(({ category, events }) => Object.entries(events).map(([type, event]) => [`${category} ${type}`, event])));

/** Words for a type that nobody declares, such as what the log itself writes: "Log opened". */
const inWords = (type: string): string => type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The declared event of this type in a stream. */
export const eventIn = (stream: string, type: string): AnyEvent | undefined => declared.get(`${streamParts(stream).category} ${type}`);

/** The sentence that an event prints wherever it is shown. */
export const sentenceOf = (stream: string, type: string, data: unknown): string => eventIn(stream, type)?.say(data) ?? inWords(type);

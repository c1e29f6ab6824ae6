import { hash } from 'node:crypto';

/**
 * The stored record is canonical JSON of {data, effectiveOn, id, meta, recordedAt, schema, stream, type, version}, in that
 * order because canonical keys sort. Only `recordedAt` and `version` are unknown before the writer holds the lock, so the
 * caller writes what lies around them once and the writer concatenates.
 */
export interface RecordParts {
  /** Up to and including the opening quote of recordedAt. */
  readonly before: string;
  /** From recordedAt's closing quote to the colon after "version". */
  readonly between: string;
}

/** The text of a record without its two late parts. Everything but data and meta comes from alphabets without escapes. */
export function recordParts(event: { id: string; stream: string; type: string; schema: number; effectiveOn: string }, data: string, meta: string): RecordParts {
  return {
    before: `{"data":${data},"effectiveOn":"${event.effectiveOn}","id":"${event.id}","meta":${meta},"recordedAt":"`,
    between: `","schema":${event.schema},"stream":"${event.stream}","type":"${event.type}","version":`,
  };
}

export const completeRecord = ({ before, between }: RecordParts, recordedAt: string, version: number): string => `${before}${recordedAt}${between}${version}}`;

/** RFC 6962 leaf: SHA-256(0x00 || bytes). U+0000 is the byte 0x00 in UTF-8, so nothing needs to be copied first. */
export const leafOf = (record: string): Buffer => hash('sha256', `\0${record}`, 'buffer');

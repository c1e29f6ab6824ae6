import { canonicalJson } from './canonical.js';
import { StoreFault, type EventToAppend, type FiledUnder } from './port.js';

/** A stored record taken apart: everything of an event but its position, which is no part of the bytes. */
export type ParsedRecord = Omit<EventToAppend, keyof FiledUnder> & FiledUnder;

/** The parts in the order in which canonical JSON writes them, and what each must be. */
const parts: readonly (readonly [part: keyof ParsedRecord, type: 'string' | 'number' | 'object' | 'anything'])[] = [
  ['data', 'anything'],
  ['effectiveOn', 'string'],
  ['id', 'string'],
  ['meta', 'object'],
  ['recordedAt', 'string'],
  ['schema', 'number'],
  ['stream', 'string'],
  ['type', 'string'],
  ['version', 'number'],
];
const names = parts.map(([part]) => part).join();

/** The event of a record, or undefined for bytes that are not the canonical JSON of one. */
export function parseRecord(record: string): ParsedRecord | undefined {
  try {
    const parsed = JSON.parse(record) as ParsedRecord | null;
    return isEvent(parsed) && canonicalJson(parsed) === record ? parsed : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof StoreFault) return undefined;
    throw fault;
  }
}

const isEvent = (parsed: ParsedRecord | null): parsed is ParsedRecord =>
  typeof parsed === 'object' && parsed !== null && Object.keys(parsed).join() === names
  && parts.every(([part, type]) => type === 'anything' || (typeof parsed[part] === type && parsed[part] !== null));

/** A fault as the log keeps it. */
export interface FaultShown {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it happened: frames of the stack, without its first line, which repeats the message. */
  readonly at?: readonly string[];
  readonly cause?: FaultShown;
}

/** What words of a fault may hold of people and things: what is quoted, addresses, people, references, long numbers. */
const values: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z\d+.-]*:\/\/)\S+/gi, '$1…'],
  [/"(?:[^"\\]|\\.)*"|“[^”]*”|`[^`]*`/g, '"…"'],
  [/(?<![\p{L}\d])'[^'\n]*'(?![\p{L}\d])/gu, "'…'"],
  [/\bperson:[\w-]+/g, 'person:…'],
  [/[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/g, '…@…'],
  [/\b[A-Z]{2}-\d{4}-\d+\b/g, '…'],
  [/\(([^()=]*)\)=\([^()]*\)/g, '($1)=(…)'],
  [/\?\S+/g, '?…'],
  [/\b\d{6,}\b/g, '…'],
];

/** Words without the values in them: a parser quotes what it could not read, and a database quotes the row. */
export const withoutValues = (words: string): string => values.reduce((text, [pattern, instead]) => text.replace(pattern, instead), words);

const depth = 3;
const frames = 12;

/** What the log keeps of whatever was thrown: kind, words without values, place. Nothing that a driver hangs on it (parameters, rows, requests). */
export function faultInWords(fault: unknown, level = 0): FaultShown {
  if (!(fault instanceof Error)) return { type: typeof fault, message: typeof fault === 'string' ? withoutValues(fault) : '' };
  const { code } = fault as { code?: unknown };
  const at = (fault.stack ?? '').split('\n').map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, frames);
  return {
    type: fault.constructor.name,
    message: withoutValues(fault.message),
    ...(typeof code === 'string' && /^\w+$/.test(code) ? { code } : {}),
    ...(at.length === 0 ? {} : { at }),
    ...(fault.cause === undefined || level >= depth ? {} : { cause: faultInWords(fault.cause, level + 1) }),
  };
}

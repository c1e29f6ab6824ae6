import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fits, usualReach, type AccessAsked, type AccessEntry, type AccessPage } from './access-entry.js';

const chunk = 65_536;
const newline = 0x0a;

/**
 * Reads an access log from its end backwards, a chunk at a time: a page costs what it shows, however long the log is.
 * A last line that is still being written is left for the next reader. Throws what the file system throws.
 */
export function readAccessLog(file: string, { before = Number.MAX_SAFE_INTEGER, size, reach = usualReach, ...filter }: AccessAsked): AccessPage {
  const descriptor = openSync(file, 'r');
  try {
    const end = Math.min(before, fstatSync(descriptor).size);
    const entries: AccessEntry[] = [];
    for (const { line, at } of linesBefore(descriptor, end)) {
      const entry = entryIn(line);
      if (entry && fits(entry, filter)) entries.push(entry);
      if (at > 0 && (entries.length >= size || end - at >= reach)) return { entries, before: at };
    }
    return { entries };
  } finally {
    closeSync(descriptor);
  }
}

/** The lines that end before a byte, last first, each with the byte that it begins at. */
function* linesBefore(descriptor: number, end: number): Generator<{ readonly line: Buffer; readonly at: number }> {
  let tail = Buffer.alloc(0);
  for (let start = end; start > 0; ) {
    const read = Buffer.alloc(Math.min(chunk, start));
    start -= read.length;
    readSync(descriptor, read, 0, read.length, start);
    const held = Buffer.concat([read, tail]);
    // What stands before the first line's end may begin in an earlier chunk.
    const whole = start === 0 ? 0 : held.indexOf(newline) + 1 || held.length;
    for (let stop = held.length; stop > whole; ) {
      const at = whole + held.subarray(whole, stop - 1).lastIndexOf(newline) + 1;
      yield { line: held.subarray(at, stop), at: start + at };
      stop = at;
    }
    tail = held.subarray(0, whole);
  }
}

/** An entry is a line that was ended; half a line of a crash is none. */
function entryIn(line: Buffer): AccessEntry | undefined {
  const text = line.toString('utf8').trim();
  return line.at(-1) === newline && text.startsWith('{') && text.endsWith('}') ? (JSON.parse(text) as AccessEntry) : undefined;
}

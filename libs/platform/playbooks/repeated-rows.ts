import type { Step } from './playbook.js';
import { bindingName, type WrittenStep } from './written-step.js';
import { scalar, withScalars, type PlaybookProblem, type Written } from './written.js';

/** One step for each row of its `repeat`, the row's words put where `with` says $word; the step itself when it has none. */
export function rowsOf({ rows, ...step }: WrittenStep, note: (problem: PlaybookProblem) => void): readonly Step[] {
  const asWritten = { with: step.with.value, row: null };
  if (!rows) return [{ ...step, asWritten }];
  const all = new Set(rows.flatMap((row) => [...row.parts.keys()]).filter((key) => key !== 'as'));
  return rows.map((row): Step => {
    const name = row.parts.get('as');
    if (name && !bindingName.test(String(name.value))) note({ line: name.line, message: `as: "${String(name.value)}" is not a name. Write it like as: $birmingham` });
    const words = new Map([...row.parts].filter(([key]) => key !== 'as').map(([key, value]) => [`$${key}`, value]));
    const unused = new Set(words.keys());
    // A word that this row leaves out, as rows may do with an optional field, leaves the field out.
    const absent = [...all].filter((key) => !row.parts.has(key)).map((key) => [`$${key}`, scalar(undefined, row.line)] as const);
    const input = substituted(step.with, new Map([...words, ...absent]), unused);
    for (const word of unused) note({ line: row.line, message: `This row has "${word.slice(1)}", but nothing in with: says ${word}. Write ${word.slice(1)}: ${word} there` });
    const as = typeof name?.value === 'string' ? name.value : step.as;
    // What a row is called is no part of its key: naming it later makes it no other step.
    const written = Object.fromEntries([...words].map(([word, { value }]) => [word, value]));
    return { ...step, line: row.line, with: input, asWritten: { ...asWritten, row: written }, ...(as === undefined ? {} : { as }) };
  });
}

function substituted(input: Written, words: ReadonlyMap<string, Written>, unused: Set<string>): Written {
  return withScalars(input, (written) => {
    const word = words.get(String(written.value));
    if (!word) return written;
    unused.delete(String(written.value));
    return word;
  });
}

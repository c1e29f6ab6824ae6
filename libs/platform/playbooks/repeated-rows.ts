import type { LooseStep } from './playbook.js';
import { bindingName, type WrittenStep } from './written-step.js';
import { scalar, withScalars, type PlaybookProblem, type Written } from './written.js';

/** What a row calls itself, and the mark in a name that stands for it: `$award-*` in the row `leeds` is `$award-leeds`. */
const [label, mark] = ['row', '*'];
const notWords = ['as', label];

/** One step for each row of its `repeat`, the row's words put where `with` says $word; the step itself when it has none. */
export function rowsOf({ rows, isShared, ...step }: WrittenStep, note: (problem: PlaybookProblem) => void): readonly LooseStep[] {
  const asWritten = { with: step.with.value, row: null };
  if (!rows) return [{ ...step, asWritten }];
  const all = new Set(rows.flatMap((row) => [...row.parts.keys()]).filter((key) => !notWords.includes(key)));
  return rows.map((row): LooseStep => {
    const name = row.parts.get('as');
    if (name && !bindingName.test(String(name.value))) note({ line: name.line, message: `as: "${String(name.value)}" is not a name. Write it like as: $birmingham` });
    const words = new Map([...row.parts].filter(([key]) => !notWords.includes(key)).map(([key, value]) => [`$${key}`, value]));
    const unused = new Set(words.keys());
    // A word that this row leaves out, as rows may do with an optional field, leaves the field out.
    const absent = [...all].filter((key) => !row.parts.has(key)).map((key) => [`$${key}`, scalar(undefined, row.line)] as const);
    const called = calledIn(row, note);
    const input = substituted(step.with, new Map([...words, ...absent]), unused, called);
    // Rows that several steps share have words for all of them.
    if (!isShared) for (const word of unused) note({ line: row.line, message: `This row has "${word.slice(1)}", but nothing in with: says ${word}. Write ${word.slice(1)}: ${word} there` });
    const as = typeof name?.value === 'string' ? name.value : step.as;
    // What a row is called is no part of its key: naming it later makes it no other step.
    const taken = [...words].filter(([word]) => !isShared || !unused.has(word));
    const written = { ...Object.fromEntries(taken.map(([word, { value }]) => [word, value])), ...(isShared ? { [label]: row.parts.get(label)?.value ?? null } : {}) };
    return { ...step, line: isShared ? step.line : row.line, with: input, asWritten: { ...asWritten, row: written }, ...(as === undefined ? {} : { as: called(as, row.line) }) };
  });
}

type Called = (name: string, line: number) => string;

/** Puts a row's own name where a name has the mark, and complains where the row has none. */
function calledIn(row: Written, note: (problem: PlaybookProblem) => void): Called {
  const own = row.parts.get(label);
  if (own && !/^[\w-]+$/.test(String(own.value))) note({ line: own.line, message: `row: "${String(own.value)}" is not a name. Use letters, digits and hyphens, like row: leeds` });
  return (name, line) => {
    if (!isMarked(name)) return name;
    if (!own) note({ line, message: `${name} takes the row's own name, and this row has none. Give each row one, like row: leeds` });
    return name.replace(mark, String(own?.value));
  };
}

const isMarked = (value: unknown): value is string => typeof value === 'string' && /^\$[A-Za-z][\w-]*\*$/.test(value);

function substituted(input: Written, words: ReadonlyMap<string, Written>, unused: Set<string>, called: Called): Written {
  return withScalars(input, (written) => {
    if (isMarked(written.value)) return scalar(called(written.value, written.line), written.line);
    const word = words.get(String(written.value));
    if (!word) return written;
    unused.delete(String(written.value));
    return word;
  });
}

import { basename, extname } from 'node:path';
import type { CommandDeclaration } from '#kernel';
import { checkInputs } from './checked-inputs.js';
import { readJsonLines } from './json-lines-playbook.js';
import { nearest } from './nearest.js';
import type { Playbook, Step } from './playbook.js';
import { rowsOf } from './repeated-rows.js';
import { areRows, readStep, type Known, type SharedRows } from './written-step.js';
import { NestedTooDeeply, type PlaybookProblem, type Reading, type Written } from './written.js';
import { readYaml } from './yaml-playbook.js';

/** Bytes of one playbook: about 25,000 steps. Longer histories come in several files, played in order. */
export const longestPlaybook = 5 * 1024 * 1024;
const problemsKept = 50;
const headerKeys = ['playbook', 'about', 'demonstration', 'assumed', 'after', 'rows', 'steps'];

/**
 * Reads a playbook as a whole, YAML or JSON Lines, and finds everything that is wrong with it before anything is played.
 * Problems are in the order of their lines. `before`: playbooks that are played with it, whose names it may use where it says `after:`.
 */
export function readPlaybook(file: string, text: string, commands: readonly CommandDeclaration[], roles: readonly string[], before: readonly Playbook[] = []): Reading<Playbook> {
  const reading = readWritten(file, text);
  return reading.ok ? readSteps({ file, written: reading.value, before }, commands, roles) : reading;
}

/** The text of a playbook as values with their lines; what they mean is not looked at yet. */
export function readWritten(file: string, text: string): Reading<Written> {
  const bytes = Buffer.byteLength(text);
  if (bytes > longestPlaybook) {
    return wrong([{ line: 1, message: `This playbook has ${bytes} bytes, above the limit of ${longestPlaybook}. Split it into several files and play them in order` }]);
  }
  const isJson = /\.(jsonl|ndjson)$/i.test(file) || (!/\.ya?ml$/i.test(file) && /^\s*\{/.test(text));
  return shallow(() => (isJson ? readJsonLines(text) : readYaml(text)));
}

/** A playbook from what was written. */
export function readSteps(whole: Whole, commands: readonly CommandDeclaration[], roles: readonly string[]): Reading<Playbook> {
  const problems: PlaybookProblem[] = [];
  const known = { commands: new Map(commands.map((command) => [command.name, command])), roles };
  const playbook = read(whole, known, (problem) => problems.push(problem));
  return problems.length > 0 ? wrong(problems) : { ok: true, value: playbook };
}

function shallow(read: () => Reading<Written>): Reading<Written> {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof NestedTooDeeply) return wrong([{ line: fault.line, message: fault.message }]);
    throw fault;
  }
}

const wrong = (problems: readonly PlaybookProblem[]): Reading<never> => ({ ok: false, problems: [...problems].sort((a, b) => a.line - b.line).slice(0, problemsKept) });

export interface Whole {
  readonly file: string;
  readonly written: Written;
  readonly before: readonly Playbook[];
}

function read({ file, written, before }: Whole, known: Omit<Known, 'rows'>, note: (problem: PlaybookProblem) => void): Playbook {
  const header = headerOf(written);
  const list = header ? header.parts.get('steps') : written;
  for (const [key, { line }] of header?.parts ?? []) {
    if (!headerKeys.includes(key)) note({ line, message: `A playbook has no "${key}". ${nearest(key, headerKeys, `Before its steps it takes: ${headerKeys.join(', ')}`)}` });
  }
  if (list?.form !== 'list' || list.parts.size === 0) {
    note({ line: list?.line ?? 1, message: 'This playbook has no steps. Write them as a list under steps:, each beginning with - on: "2012-06-13"' });
  }
  let isWhole = true;
  const noteStep = (problem: PlaybookProblem): void => {
    isWhole = false;
    note(problem);
  };
  const rows = readShared(header?.parts.get('rows'), noteStep);
  const { name, about, demonstration, assumed } = readHeader(calledOf({ file, written }), header, note);
  const after = readAfter(written, before, noteStep);
  const steps = [...(list?.parts.values() ?? [])].flatMap((item): readonly Step[] => {
    const step = readStep(item, { ...known, rows }, noteStep);
    return step ? rowsOf(step, noteStep).map((row) => ({ ...row, book: name, file })) : [];
  });
  // A step that could not be read may be the one that gives a name which others use.
  const names = isWhole ? checkInputs(steps, new Map(after.flatMap(({ names: given }) => [...given])), note) : new Map<string, string>();
  return { name, file, demonstration, assumed, after: after.map((each) => each.name), names, steps, ...(about === undefined ? {} : { about }) };
}

const headerOf = (written: Written): Written | undefined => (written.form === 'mapping' ? written : undefined);
/** What a playbook is called: as it says, or after its file. */
export const calledOf = ({ file, written }: Pick<Whole, 'file' | 'written'>): unknown => headerOf(written)?.parts.get('playbook')?.value ?? basename(file, extname(file));
/** The playbooks that it says it comes after, as they were written. */
export function afterOf(written: Written): readonly Written[] {
  const after = headerOf(written)?.parts.get('after');
  return after === undefined ? [] : after.form === 'list' ? [...after.parts.values()] : [after];
}

/** Playbooks whose names may be used here. */
function readAfter(written: Written, before: readonly Playbook[], note: (problem: PlaybookProblem) => void): readonly Playbook[] {
  const known = before.map(({ name }) => name);
  return afterOf(written).flatMap(({ value, line }) => {
    const found = before.find(({ name }) => name === value);
    if (!found) note({ line, message: `after: no playbook "${String(value)}" is played before this one. ${nearest(String(value), known, known.length > 0 ? `There are: ${known.join(', ')}` : 'Play it first, or together with this one')}` });
    return found ?? [];
  });
}

/** Rows that several steps go through, by their name. */
function readShared(rows: Written | undefined, note: (problem: PlaybookProblem) => void): SharedRows {
  if (rows && rows.form !== 'mapping') note({ line: rows.line, message: 'rows: give each list of rows a name, like rows: { councils: [{ row: leeds, name: "Leeds" }] }' });
  for (const [name, list] of rows?.parts ?? []) if (!areRows(list)) note({ line: list.line, message: `rows: ${name} must be a list of rows, like [{ row: leeds, name: "Leeds" }]` });
  return new Map([...(rows?.parts ?? [])].map(([name, list]) => [name, [...list.parts.values()]]));
}

function readHeader(name: unknown, header: Written | undefined, note: (problem: PlaybookProblem) => void) {
  const value = (key: string): unknown => header?.parts.get(key)?.value ?? undefined;
  const wrongAt = (key: string, message: string): undefined => note({ line: header?.parts.get(key)?.line ?? 1, message }) as undefined;
  if (typeof name !== 'string' || !/^[\w .-]{1,80}$/.test(name)) wrongAt('playbook', 'playbook: give it a name of letters, digits, hyphens and spaces, like future-councils');
  const about = value('about');
  if (about !== undefined && typeof about !== 'string') wrongAt('about', 'about: say in words what this playbook tells');
  const demonstration = value('demonstration') ?? false;
  if (typeof demonstration !== 'boolean') wrongAt('demonstration', 'demonstration must be true or false');
  const assumed = [value('assumed') ?? []].flat();
  if (!assumed.every((each) => typeof each === 'string')) wrongAt('assumed', 'assumed: list in words what the sources do not say');
  return { name: String(name), about: typeof about === 'string' ? about : undefined, demonstration: demonstration === true, assumed: assumed.map(String) };
}

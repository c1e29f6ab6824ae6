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
const headerKeys = ['playbook', 'about', 'demonstration', 'assumed', 'rows', 'steps'];

/**
 * Reads a playbook as a whole, YAML or JSON Lines, and finds everything that is wrong with it before anything is played.
 * Problems are in the order of their lines.
 */
export function readPlaybook(file: string, text: string, commands: readonly CommandDeclaration[], roles: readonly string[]): Reading<Playbook> {
  const bytes = Buffer.byteLength(text);
  if (bytes > longestPlaybook) {
    return wrong([{ line: 1, message: `This playbook has ${bytes} bytes, above the limit of ${longestPlaybook}. Split it into several files and play them in order` }]);
  }
  const isJson = /\.(jsonl|ndjson)$/i.test(file) || (!/\.ya?ml$/i.test(file) && /^\s*\{/.test(text));
  const reading = shallow(() => (isJson ? readJsonLines(text) : readYaml(text)));
  if (!reading.ok) return reading;
  const problems: PlaybookProblem[] = [];
  const known = { commands: new Map(commands.map((command) => [command.name, command])), roles };
  const playbook = read(file, reading.value, known, (problem) => problems.push(problem));
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

function read(file: string, written: Written, known: Omit<Known, 'rows'>, note: (problem: PlaybookProblem) => void): Playbook {
  const header = written.form === 'mapping' ? written : undefined;
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
  const steps = [...(list?.parts.values() ?? [])].flatMap((item): readonly Step[] => {
    const step = readStep(item, { ...known, rows }, noteStep);
    return step ? rowsOf(step, noteStep) : [];
  });
  // A step that could not be read may be the one that gives a name which others use.
  if (isWhole) checkInputs(steps, note);
  const { name, about, demonstration, assumed } = readHeader(file, header, note);
  return { name, file, demonstration, assumed, steps, ...(about === undefined ? {} : { about }) };
}

/** Rows that several steps go through, by their name. */
function readShared(rows: Written | undefined, note: (problem: PlaybookProblem) => void): SharedRows {
  if (rows && rows.form !== 'mapping') note({ line: rows.line, message: 'rows: give each list of rows a name, like rows: { councils: [{ row: leeds, name: "Leeds" }] }' });
  for (const [name, list] of rows?.parts ?? []) if (!areRows(list)) note({ line: list.line, message: `rows: ${name} must be a list of rows, like [{ row: leeds, name: "Leeds" }]` });
  return new Map([...(rows?.parts ?? [])].map(([name, list]) => [name, [...list.parts.values()]]));
}

function readHeader(file: string, header: Written | undefined, note: (problem: PlaybookProblem) => void) {
  const value = (key: string): unknown => header?.parts.get(key)?.value ?? undefined;
  const wrongAt = (key: string, message: string): undefined => note({ line: header?.parts.get(key)?.line ?? 1, message }) as undefined;
  const name = value('playbook') ?? basename(file, extname(file));
  if (typeof name !== 'string' || !/^[\w .-]{1,80}$/.test(name)) wrongAt('playbook', 'playbook: give it a name of letters, digits, hyphens and spaces, like future-councils');
  const about = value('about');
  if (about !== undefined && typeof about !== 'string') wrongAt('about', 'about: say in words what this playbook tells');
  const demonstration = value('demonstration') ?? false;
  if (typeof demonstration !== 'boolean') wrongAt('demonstration', 'demonstration must be true or false');
  const assumed = [value('assumed') ?? []].flat();
  if (!assumed.every((each) => typeof each === 'string')) wrongAt('assumed', 'assumed: list in words what the sources do not say');
  return { name: String(name), about: typeof about === 'string' ? about : undefined, demonstration: demonstration === true, assumed: assumed.map(String) };
}

import type { CommandDeclaration } from '#kernel';
import type { Playbook } from './playbook.js';
import { afterOf, calledOf, readSteps, readWritten, type Whole } from './read-playbook.js';
import type { PlaybookProblem, Written } from './written.js';

/** A file with a playbook, as it was written. */
export interface PlaybookText {
  readonly file: string;
  readonly text: string;
}

/** Playbooks that are played together, those that give names first; or what is wrong with the first file that has something wrong. */
export type ReadTogether = { readonly ok: true; readonly value: readonly Playbook[] } | Wrong;

interface Wrong {
  readonly ok: false;
  readonly file: string;
  readonly problems: readonly PlaybookProblem[];
}
type Unread = Omit<Whole, 'before'>;

/** Reads playbooks that are played together: each may use the names of those that it comes after, wherever they stand among the files. */
export function readTogether(texts: readonly PlaybookText[], commands: readonly CommandDeclaration[], roles: readonly string[]): ReadTogether {
  const unread: Unread[] = [];
  for (const { file, text } of texts) {
    const reading = readWritten(file, text);
    if (!reading.ok) return { ...reading, file };
    const [called, line] = [calledOf({ file, written: reading.value }), reading.value.line];
    const namesake = unread.find((each) => calledOf(each) === called);
    if (namesake) return { ok: false, file, problems: [{ line, message: `${namesake.file} is called "${String(called)}" too. Play it once, or name this one otherwise` }] };
    unread.push({ file, written: reading.value });
  }
  const ordered = giversFirst(unread);
  if (!ordered.ok) return ordered;
  const playbooks: Playbook[] = [];
  for (const each of ordered.value) {
    const reading = readSteps({ ...each, before: playbooks }, commands, roles);
    if (!reading.ok) return { ...reading, file: each.file };
    playbooks.push(reading.value);
  }
  return { ok: true, value: playbooks };
}

/** Files that come after one another and so come to none: where that was found, and the way round. */
interface Round {
  readonly from: Unread;
  readonly at: Written;
  readonly path: readonly Unread[];
}

/** The files as they came, but each behind those that it comes after. */
function giversFirst(files: readonly Unread[]): { readonly ok: true; readonly value: readonly Unread[] } | Wrong {
  const byName = new Map(files.map((each) => [calledOf(each), each]));
  const ordered = new Set<Unread>();
  const place = (each: Unread, path: readonly Unread[]): Round | undefined => {
    if (ordered.has(each)) return undefined;
    for (const at of afterOf(each.written)) {
      const giver = byName.get(at.value);
      if (!giver) continue;
      const way = [...path, each];
      const round = way.includes(giver) ? { from: each, at, path: way.slice(way.indexOf(giver)) } : place(giver, way);
      if (round) return round;
    }
    ordered.add(each);
    return undefined;
  };
  for (const each of files) {
    const round = place(each, []);
    if (!round) continue;
    const names = [...round.path, round.path[0] as Unread].map((one) => `"${String(calledOf(one))}"`);
    const message = `after: this goes round, ${names.join(' after ')}. Leave one of them out`;
    return { ok: false, file: round.from.file, problems: [{ line: round.at.line, message }] };
  }
  return { ok: true, value: [...ordered] };
}

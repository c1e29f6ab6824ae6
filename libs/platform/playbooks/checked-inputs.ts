import { readInput, type Person } from '#kernel';
import { bound } from './bindings.js';
import { personOf, type LooseStep } from './playbook.js';
import { lineAt, type PlaybookProblem } from './written.js';

/**
 * Reads every input before the first step plays, with made-up references standing for those that are still to be given: a
 * slip in the last line is found before anything is stored. `before` holds the names of earlier playbooks; returned are the own.
 */
export function checkInputs(steps: readonly LooseStep[], before: ReadonlyMap<string, string>, note: (problem: PlaybookProblem) => void): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const standIns = new Map(before);
  steps.forEach(({ line, by, actor, command, with: written, as }, index) => {
    let isBound = true;
    const input = bound(written, standIns, (problem) => {
      isBound = false;
      note(problem);
    });
    const reading = readInput(command.input, input.value);
    if (!reading.ok && isBound) {
      for (const { field, message } of reading.problems) {
        const where = field === '' ? '' : `${field}: `;
        note({ line: field === '' ? line : lineAt(written, field), message: `${command.name}, ${where}${inNames(message, standIns)}` });
      }
    }
    if (as === undefined) return;
    if (own.has(as)) note({ line, message: `${as} is taken by an earlier step. Choose another name` });
    own.set(as, standInFor(command.begins, before.size + index, reading.ok ? command.ref?.(reading.value, { actor: (actor ?? personOf(by, 'demonstration')) as Person }) : undefined));
    standIns.set(as, own.get(as) as string);
  });
  return own;
}

/** No office hands out references of the year 1000, so a stand-in can't be mistaken for a real one. */
function standInFor(begins: string | undefined, index: number, ref: string | undefined): string {
  return begins === undefined || begins === 'named' ? (ref ?? `unknown-${index}`) : `${begins}-1000-${String(index + 1).padStart(6, '0')}`;
}

function inNames(message: string, standIns: ReadonlyMap<string, string>): string {
  if (!/-1000-\d{6}/.test(message)) return message;
  for (const [name, reference] of standIns) if (message.includes(reference)) return message.replaceAll(reference, name);
  return message;
}

import { readInput, type Person } from '#kernel';
import { bound } from './bindings.js';
import { personOf, type Step } from './playbook.js';
import { lineAt, type PlaybookProblem } from './written.js';

/**
 * Reads every input before the first step plays, with made-up references standing for those that are still to be given: a
 * slip in the last line is found before anything is stored.
 */
export function checkInputs(steps: readonly Step[], note: (problem: PlaybookProblem) => void): void {
  const standIns = new Map<string, string>();
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
    if (standIns.has(as)) note({ line, message: `${as} is taken by an earlier step. Choose another name` });
    standIns.set(as, standInFor(command.begins, index, reading.ok ? command.ref?.(reading.value, { actor: (actor ?? personOf(by, 'demonstration')) as Person }) : undefined));
  });
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

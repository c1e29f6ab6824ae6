import { scalar, withScalars, type Written } from './written.js';
import { isBinding } from './bindings.js';
import type { Playbook, Step } from './playbook.js';

/**
 * Several playbooks as one, in the order of recording, each in its own order: what happened to one programme while another ran is
 * in the log where it belongs. Names stay apart: a name is its own playbook's, or that of one which it comes after.
 */
export function merged(playbooks: readonly Playbook[]): Playbook {
  const [first] = playbooks;
  if (!first) throw new RangeError('There is no playbook to be played');
  if (playbooks.length === 1) return first;
  const waiting = playbooks.map((book) => ({ book, rename: renaming(book, playbooks), next: 0 }));
  const steps: Step[] = [];
  for (;;) {
    const ahead = waiting.filter(({ book, next }) => next < book.steps.length);
    const [earliest] = ahead.toSorted((a, b) => compare(recordedAt(a), recordedAt(b)));
    if (!earliest) break;
    steps.push(earliest.rename(earliest.book.steps[earliest.next] as Step));
    earliest.next += 1;
  }
  return {
    name: playbooks.map(({ name }) => name).join(', '), file: `${playbooks.length} playbooks together`, demonstration: playbooks.every(({ demonstration }) => demonstration),
    assumed: playbooks.flatMap(({ assumed }) => assumed), after: [], names: new Map(), steps,
  };
}

const recordedAt = ({ book, next }: { readonly book: Playbook; readonly next: number }): string => book.steps[next]?.recordedAt ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Gives each name of a playbook the playbook that gives it. */
function renaming(book: Playbook, all: readonly Playbook[]): (step: Step) => Step {
  const before = book.after.map((name) => all.find((each) => each.name === name)).filter((each) => each !== undefined);
  const full = (name: string): string => {
    const giver = [book, ...before].find(({ names }) => names.has(name)) ?? book;
    return `$${letters(giver.name)}-of-${name.slice(1)}`;
  };
  const renamed = (written: Written): Written => withScalars(written, (each) => (isBinding(each.value) ? scalar(full(each.value), each.line) : each));
  return (step) => ({ ...step, with: renamed(step.with), ...(step.as === undefined ? {} : { as: full(step.as) }) });
}

/** A playbook's name as a part of a name. */
const letters = (name: string): string => `b${name.replace(/[^\w-]/g, '-')}`;

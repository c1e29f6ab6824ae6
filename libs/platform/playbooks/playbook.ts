import type { CommandDeclaration, IsoDate } from '#kernel';
import type { Written } from './written.js';

/** One command to run, with what was known about it. Rows of a `repeat` are steps of their own. */
export interface Step {
  /** The playbook that it stands in, and its file: playbooks are played together, each step under its own name. */
  readonly book: string;
  readonly file: string;
  readonly line: number;
  /** Business date. */
  readonly on: IsoDate;
  /** Role that acts. */
  readonly by: string;
  /** person:…, where the playbook names one. */
  readonly actor?: string;
  readonly command: CommandDeclaration;
  /** The input; "$name" stands for what an earlier step's `as: $name` was given. */
  readonly with: Written;
  /** The step as it was written, for its key: what a repeated row was made from, and the row. */
  readonly asWritten: { readonly with: unknown; readonly row: unknown };
  /** Name, with its $, that takes the reference which the step gives. */
  readonly as?: string;
  /** When it came to be recorded (ISO instant): the clock of a demonstration. */
  readonly recordedAt: string;
  /** The refusal that is expected. Such a step is rehearsed and never stored. */
  readonly refused?: string;
  /** What the sources don't say and somebody assumed. */
  readonly assumed?: string;
}

/** A step before it is known which playbook it stands in. */
export type LooseStep = Omit<Step, 'book' | 'file'>;

export interface Playbook {
  readonly name: string;
  readonly file: string;
  readonly about?: string;
  /** Figures of it are made up: it belongs into a log that says so. */
  readonly demonstration: boolean;
  readonly assumed: readonly string[];
  /** Playbooks whose names this one uses beside its own. */
  readonly after: readonly string[];
  /** The names that its steps give, each with what stands in for its reference before anything is played. */
  readonly names: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

/** A role's person where nobody is named: in a demonstration one that says so, elsewhere one that says it was brought in. */
export const personOf = (role: string, kind: 'demonstration' | 'live'): string => `person:${kind === 'demonstration' ? 'demo' : 'history'}-${role}`;

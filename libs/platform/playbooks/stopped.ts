import type { Outcome } from '#platform/engine';
import type { Step } from './playbook.js';
import { lineAt } from './written.js';

/** Why a playing stopped half-way, at which line, and what to do. What was played before stays. */
export interface Stopped {
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly reason: string;
  readonly advice: string;
  /** What the store or a bug threw, where it was no outcome of the command. */
  readonly fault?: unknown;
}

const again = 'then play it again: what was played is not played twice';

/** An outcome other than "done" in words. */
export function reasonOf(step: Step, outcome: Outcome): Pick<Stopped, 'reason' | 'advice'> & Partial<Pick<Stopped, 'line'>> {
  switch (outcome.outcome) {
    case 'refused':
      return { reason: `${outcome.sentence} (${outcome.refusal})`, advice: `Mend the step, or say refused: ${outcome.refusal} if that is how it should end; ${again}` };
    case 'not-permitted':
      return { reason: `${step.command.name}: ${outcome.because}`, advice: `Change by: or actor:, ${again}` };
    case 'not-found':
      return { reason: `${outcome.what} (not-found)`, advice: `Create it in an earlier step, or correct the reference; ${again}` };
    case 'invalid': {
      const [first] = outcome.problems;
      const reason = outcome.problems.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
      return { reason, advice: `Mend the field, ${again}`, ...(first && first.field !== '' ? { line: lineAt(step.with, first.field) } : {}) };
    }
    case 'key-reused':
      return {
        reason: `This step was played before, and "${outcome.differs}" of it stood for something else then`,
        advice: 'Play it into the log that it was begun in, or into a new one: what is stored does not change',
      };
    case 'overtaken':
      return { reason: `Others kept writing to ${outcome.stream}`, advice: 'Play it again: it continues where it stopped' };
    case 'done':
      throw new Error('A step that was done has no reason to stop');
  }
}

/** A step that should have been refused ended otherwise. */
export function unexpected(expected: string, step: Step, outcome: Outcome): Pick<Stopped, 'reason' | 'advice'> {
  const instead = outcome.outcome === 'done' ? 'it would be done' : `this came of it: ${reasonOf(step, outcome).reason}`;
  return { reason: `This should be refused with ${expected}, but ${instead}`, advice: `Mend what comes before it, or what it expects; ${again}` };
}

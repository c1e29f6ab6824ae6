import { refuse, type Refusal } from '#kernel';

export const formRefusals = {
  'form-has-changed': 'The questions of {name} have changed: version {answered} was answered, and version {version} is in force. Read the questions again, then send the answers',
} as const;

/** A declaration, or an amount, is an answer to the words that somebody read. Whoever says which version that was is not held to another. */
export function formMustBeTheOneAnswered(name: string, version: number | undefined, answered: number | undefined): Refusal<'form-has-changed'> | undefined {
  return answered === undefined || answered === version ? undefined : refuse('form-has-changed', { name, answered, version: version ?? 'none' });
}

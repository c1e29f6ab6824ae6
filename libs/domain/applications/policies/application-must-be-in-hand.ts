import { present, refuse, type Refusal } from '#kernel';
import type { ApplicationState } from '../application.js';

export const inHandRefusals = {
  'application-is-returned': 'This application was returned to be put right: {reason}. It goes on once it was sent again',
} as const;

/** What is out to be put right is neither scored nor recommended: it may come back as another. */
export function applicationMustBeInHand(state: ApplicationState): Refusal<'application-is-returned'> | undefined {
  const { returned } = present(state);
  return returned === undefined ? undefined : refuse('application-is-returned', { reason: returned });
}

import { present, refuse, type Refusal } from '#kernel';
import type { ApplicationState } from '../application.js';

const outcomes = { withdrawn: 'withdrawn', declined: 'declined', 'taken-forward': 'taken forward' } as const;

export const openRefusals = { 'application-is-decided': 'This application was {outcome} already' } as const;

/** Nothing more happens to an application once it was withdrawn, declined or taken forward as an award. */
export function applicationMustBeOpen(state: ApplicationState): Refusal<'application-is-decided'> | undefined {
  const { stage } = present(state);
  return stage === 'nominated' ? undefined : refuse('application-is-decided', { outcome: outcomes[stage] });
}

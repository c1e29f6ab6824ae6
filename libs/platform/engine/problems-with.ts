import { isDate, londonDate, type Problem } from '#kernel';
import type { Clock } from '#platform/event-store';
import type { RunContext } from './outcome.js';

/** What is wrong with the dates that a command is given from outside. */
export function problemsWith({ on, recordedAt }: Pick<RunContext, 'on' | 'recordedAt'>, { kind, clock }: { readonly kind: 'demonstration' | 'live'; readonly clock: Clock }): Problem[] {
  const problems: Problem[] = [];
  if (recordedAt !== undefined && kind === 'live') {
    problems.push({ field: 'recorded', message: 'Only a demonstration takes its clock from a playbook. Here the real time of recording stands: leave it out' });
  }
  if (on !== undefined && !isDate(on)) problems.push({ field: 'on', message: `"${String(on)}" is not a date that exists. Write it like "2012-06-13"` });
  else if (on !== undefined && kind === 'live' && on > londonDate(clock.now())) {
    problems.push({ field: 'on', message: `${on} has not come yet: a decision takes effect today or earlier` });
  }
  return problems;
}

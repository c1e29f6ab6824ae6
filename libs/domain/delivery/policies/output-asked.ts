import { refuse, type Code, type Refusal } from '#kernel';
import { periodForms, spanOf } from '../reporting-period.js';
import type { AwardAsked } from './terms-of-delivery.js';

export const askedRefusals = {
  'output-is-unknown': 'The terms of this award ask for no output {output}. They ask for: {outputs}',
  'period-does-not-fit': '{name} is reported {every}',
} as const;

/** The name of an output as the terms have it: one that is reported, or one that opens a phase, which comes once. */
export function outputAsked({ phases, reports }: AwardAsked, output: Code, period: string | undefined): string | Refusal<keyof typeof askedRefusals> {
  const once = phases.flatMap(({ needs = [] }) => needs.map((each) => ({ ...each, every: 'once' }) as const));
  const asked = [...reports, ...once];
  const found = asked.find((each) => each.output === output);
  if (!found) return refuse('output-is-unknown', { output, outputs: [...new Set(asked.map((each) => each.output))].join(', ') || 'none' });
  const every = period === undefined ? 'once' : spanOf(period)?.every;
  return every === found.every ? found.name : refuse('period-does-not-fit', { name: found.name, every: periodForms[found.every] });
}

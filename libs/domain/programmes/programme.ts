import { present, stream, type Money } from '#kernel';
import type { Instrument } from './instrument.js';
import * as events from './programme.events.js';
import type { Target } from './target.js';

export type ProgrammeState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'defined';
      readonly name: string;
      readonly awardCeiling: Money;
      readonly instrument: Instrument;
      /** The targets that stand, by financial year and kind. */
      readonly targets: Readonly<Record<string, Target>>;
    };

export const targetKey = (financialYear: string, kind: Target['kind']): string => `${financialYear} ${kind}`;

export const programme = stream('programme', { events, initial: { stage: 'absent' } as ProgrammeState }).evolvedBy({
  ProgrammeDefined: (_, { name, awardCeiling, instrument }) => ({ stage: 'defined', name, awardCeiling, instrument, targets: {} }),
  TargetSet(state, { financialYear, target }) {
    const before = present(state);
    return { ...before, targets: { ...before.targets, [targetKey(financialYear, target.kind)]: target } };
  },
});

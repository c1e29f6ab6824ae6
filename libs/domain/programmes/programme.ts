import { present, stream, type Code, type IsoDate, type Money } from '#kernel';
import type { Instrument } from './instrument.js';
import * as events from './programme.events.js';
import type { SchemeTerms } from './scheme/scheme-terms.js';
import type { Target } from './target.js';

interface Programme {
  readonly name: string;
  readonly awardCeiling: Money;
  readonly instrument: Instrument;
  /** The programme that it is a part of. */
  readonly parent?: Code | undefined;
  readonly startsOn: IsoDate;
  /** The newest version of its terms; rounds take them over when they are opened. */
  readonly scheme?: { readonly version: number; readonly terms: SchemeTerms };
  /** The targets that stand, by financial year and kind. */
  readonly targets: Readonly<Record<string, Target>>;
}
export type ProgrammeState = { readonly stage: 'absent' } | ({ readonly stage: 'defined' } & Programme) | ({ readonly stage: 'closed' } & Programme);

export const targetKey = (financialYear: string, kind: Target['kind']): string => `${financialYear} ${kind}`;

export const programme = stream('programme', { events, initial: { stage: 'absent' } as ProgrammeState }).evolvedBy({
  ProgrammeDefined: (_, { name, awardCeiling, instrument, parent, startsOn }, { on }) => ({ stage: 'defined', name, awardCeiling, instrument, parent, startsOn: startsOn ?? on, targets: {} }),
  SchemeDesigned: (state, { version, terms }) => ({ ...present(state), scheme: { version, terms } }),
  ProgrammeClosed: (state) => ({ ...present(state), stage: 'closed' }),
  TargetSet(state, { financialYear, target }) {
    const before = present(state);
    return { ...before, targets: { ...before.targets, [targetKey(financialYear, target.kind)]: target } };
  },
});

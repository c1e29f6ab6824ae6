import { choice, code, count, list, text, yesNo, type FieldValue } from '#kernel';

/** How an application stands by each rule of the terms: the rule, the version of the terms that it stood in, and why. */
export const verdicts = list(
  'Verdicts',
  {
    rule: code('Rule'),
    version: count('Version of the terms', { min: 1 }),
    effect: choice('If it is not met', { refuses: 'the application is refused', flags: 'it is noted' }),
    met: yesNo('Met'),
    reason: text('Reason', { max: 600 }),
  },
  '{rule} of version {version}: {reason}',
  { max: 30 },
);
export type Verdict = FieldValue<typeof verdicts>[number];

/** The rule that keeps an application out; undefined where all are met that refuse. */
export const failedRule = (all: readonly Verdict[]): Verdict | undefined => all.find(({ effect, met }) => effect === 'refuses' && !met);

/** Preferences that are not met: they are noted and keep nobody out. */
export const flagged = (all: readonly Verdict[]): readonly Verdict[] => all.filter(({ effect, met }) => effect === 'flags' && !met);

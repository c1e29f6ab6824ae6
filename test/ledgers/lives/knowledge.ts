import type { FieldSpec } from '#kernel';
import type { Drawing } from '../../contracts/domain/inputs.js';
import { openBid, openRound, roundOf, type Case, type Knowledge } from './case.js';
import { awards, choosing, deciding } from './knows/awards.js';
import { bodies, people } from './knows/bodies.js';
import { delivery, funding } from './knows/delivery.js';
import { intake } from './knows/intake.js';
import { programmes } from './knows/programmes.js';
import { support } from './knows/support.js';

/** What somebody who knows the case would write, by command: a table for each room. */
export const knowledge = (of: Case): Knowledge => ({
  ...programmes(of), ...intake(of), ...awards(of), ...choosing(of), ...deciding(of), ...support(of), ...delivery(of), ...funding(of), ...bodies(of),
  ...people(of),
});

/** What they would write in a field, whatever the command, two times of three: or hardly an award would ever be signed. */
export function likely(of: Case): NonNullable<Drawing['likely']> {
  const { below, way } = of;
  const colleague = (): string => `person:${['clerk', 'officer', 'director', 'director'][below(4)] ?? ''}`;
  const byKey: Readonly<Record<string, () => unknown>> = {
    round: () => openRound(of),
    verb: () => 'confirmed',
    fund: () => 'IMPROVEMENT',
    financialYear: () => 'FY1213',
    allocation: () => '£60,000.00',
    perAward: () => '£10,000.00',
    total: () => '£60,000.00',
    criteria: () => (below(2) === 0 ? [{ code: 'value', name: 'Value', weight: 100 }] : [
      { code: 'value', name: 'Value', weight: 75 }, { code: 'quality', name: 'Quality', weight: 25 },
    ]),
    application: () => openBid(of),
    scores: () => roundOf(of, openRound(of))?.scoring?.criteria.map(({ code }) => ({ criterion: code, score: 1 + below(2) })),
    person: colleague,
    to: colleague,
    from: colleague,
    startsOn: () => (below(2) === 0 ? '2012-05-01' : undefined),
    endsOn: () => (below(2) === 0 ? '2012-10-31' : undefined),
    role: () => ['programme-manager', 'programme-manager', 'programme-manager', 'administrator', 'recipient', 'auditor'][below(6)],
    programme: () => (below(8) === 0 ? 'board' : way.scheme && below(3) > 0 ? of.programme : 'FUTURE'),
    reserve: () => 2,
    places: () => 1,
    number: () => 1 + below(8),
    partners: () => [],
  };
  return (key: string, { kind, schema }: FieldSpec) => {
    if (below(3) === 0) return undefined;
    if (kind === 'money' && !byKey[key]) return '£5,000.00';
    const value = byKey[key]?.();
    if (byKey[key] === colleague && kind !== 'person') return undefined; // bodies delegate too
    return kind === 'choice' && !(schema['enum'] as readonly unknown[]).includes(value) ? undefined : value;
  };
}

import type { FieldSpec } from '#kernel';
import type { Drawing } from '../../contracts/domain/inputs.js';
import type { Office } from '../../contracts/domain/office.js';

interface Knowing extends Drawing {
  readonly office: Office;
  readonly isCompetition: boolean;
}
interface RoundSeen {
  readonly stage: string;
  readonly scoring?: { readonly criteria: readonly { readonly code: string }[] };
}

/** What somebody who knows the case would write, two times of three: or hardly an award would ever be signed. */
export function knowledge({ below, references, office, isCompetition }: Knowing): NonNullable<Drawing['likely']> {
  const round = (ref: string): RoundSeen => office.now(`round-${ref}`).state as RoundSeen;
  const openRound = (): string | undefined =>
    references('RD').findLast((ref) => round(ref).stage === 'open' && (round(ref).scoring !== undefined) === isCompetition) ??
    office.issued.slice(-200).findLast((ref) => ref.startsWith('RD') && round(ref).stage === 'open');
  const openApplication = (): string | undefined => {
    const waiting = references('AP').filter((ref) => (office.now(`application-${ref}`).state as { readonly stage: string }).stage === 'nominated');
    return waiting[below(Math.max(1, waiting.length))];
  };
  const scores = (): unknown => {
    const into = openRound();
    return into === undefined ? undefined : round(into).scoring?.criteria.map(({ code }) => ({ criterion: code, score: 1 + below(2) }));
  };
  const colleague = (): string => `person:${['clerk', 'officer', 'director', 'director'][below(4)] ?? ''}`;
  const byKey: Readonly<Record<string, () => unknown>> = {
    round: openRound,
    verb: () => 'confirmed',
    fund: () => 'IMPROVEMENT',
    financialYear: () => 'FY1213',
    allocation: () => '£60,000.00',
    perAward: () => '£10,000.00',
    criteria: () => (below(2) === 0 ? [{ code: 'value', name: 'Value', weight: 100 }] : [{ code: 'value', name: 'Value', weight: 75 }, { code: 'quality', name: 'Quality', weight: 25 }]),
    application: openApplication,
    scores,
    person: colleague,
    to: colleague,
    from: colleague,
    startsOn: () => (below(2) === 0 ? '2012-05-01' : undefined),
    endsOn: () => (below(2) === 0 ? '2012-10-31' : undefined),
    role: () => ['programme-manager', 'programme-manager', 'programme-manager', 'administrator', 'recipient', 'auditor'][below(6)],
    programme: () => (below(8) === 0 ? 'board' : 'FUTURE'),
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

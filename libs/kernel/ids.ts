/**
 * References that people say and write: `AW-2012-004`. A stream hands them out, nobody counts rows.
 * Codes are chosen by people: `FUTURE` for a programme, `lead-members` for a body.
 */
declare const kind: unique symbol;
export type Reference<Kind extends ReferenceKind = ReferenceKind> = string & { readonly [kind]: Kind };

/** Every kind of numbered thing, by its prefix. */
export const referenceKinds = {
  OR: 'organisation',
  RD: 'round',
  AP: 'application',
  AW: 'award',
  PY: 'payment',
  EV: 'evidence',
  DC: 'decision',
  EX: 'expert',
  SV: 'saving',
  CH: 'cohort',
  FW: 'framework',
  AD: 'advice',
  FN: 'funding',
  XC: 'expense claim',
} as const;
export type ReferenceKind = keyof typeof referenceKinds;

export type OrganisationRef = Reference<'OR'>;
export type RoundRef = Reference<'RD'>;
export type ApplicationRef = Reference<'AP'>;
export type AwardRef = Reference<'AW'>;
export type PaymentRef = Reference<'PY'>;
export type EvidenceRef = Reference<'EV'>;
export type DecisionRef = Reference<'DC'>;
export type ExpertRef = Reference<'EX'>;
export type SavingRef = Reference<'SV'>;
export type CohortRef = Reference<'CH'>;
export type FrameworkRef = Reference<'FW'>;
export type AdviceRef = Reference<'AD'>;
export type FundingRef = Reference<'FN'>;
export type ExpenseClaimRef = Reference<'XC'>;

/** A short name that people chose: a letter, then letters, digits and single hyphens. */
export type Code = string & { readonly [kind]: 'code' };
const codeForm = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;
export const isCode = (value: unknown): value is Code => typeof value === 'string' && value.length <= 40 && codeForm.test(value);
export function toCode(text: string): Code {
  if (!isCode(text)) throw new RangeError(`"${text}" is not a code`);
  return text;
}

/** `person:<random>`: names live outside the log (house section 8). */
export type Person = string & { readonly [kind]: 'person' };
const personForm = /^person:[a-z0-9-]{1,64}$/;
export const isPerson = (value: unknown): value is Person => typeof value === 'string' && personForm.test(value);
export function toPerson(id: string): Person {
  const text = id.startsWith('person:') ? id : `person:${id}`;
  if (!isPerson(text)) throw new RangeError(`"${id}" cannot name a person`);
  return text;
}

const referenceForm = /^([A-Z]{2})-(\d{4})-(\d{3,6})$/;

export function isReference<Kind extends ReferenceKind>(value: unknown, prefix: Kind): value is Reference<Kind> {
  return typeof value === 'string' && referenceForm.exec(value)?.[1] === prefix;
}

/** A reference from text. Throws RangeError when it has another form; at the edge use the `reference` field. */
export function toReference<Kind extends ReferenceKind>(prefix: Kind, text: string): Reference<Kind> {
  if (!isReference(text, prefix)) throw new RangeError(`"${text}" is not a reference like ${prefix}-2012-004`);
  return text;
}

/** The n-th reference of a kind in a year: AW, 2012, 4 → AW-2012-004. */
export const numbered = <Kind extends ReferenceKind>(prefix: Kind, year: string, n: number): Reference<Kind> =>
  `${prefix}-${year}-${String(n).padStart(3, '0')}` as Reference<Kind>;

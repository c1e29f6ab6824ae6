import { fieldsOf, readInput, type Problem, type ShapeClass } from '#kernel';
import { inWords, schemeTerms, type Section, type SchemeTerms } from '#domain/programmes';
import { readForm, type Words } from '../../forms/read-form.js';
import type { DesignStep } from './design-steps.js';

/** Under which name the command's form has the terms. */
export const under = 'terms.';
export const termsShape: ShapeClass = schemeTerms.spec.parts?.[''] ?? class {};

/** A draft is the words of the command's own form, carried from page to page: nothing of it is stored before it is sent. */
export interface Draft {
  readonly problems: readonly Problem[];
  /** All of it; undefined while something is wrong. */
  readonly terms: SchemeTerms | undefined;
  /** What can be said of it already, slots with something wrong left out. */
  readonly sections: readonly Section[];
}

/** The slot that a problem is in, with or without the name of the terms before it. */
export const slotOf = ({ field }: Problem): string => field.replace(under, '').split('.')[0] ?? '';

export function readDraft(words: Words): Draft {
  const raw = readForm(termsShape, words, under);
  const whole = readInput(termsShape, raw);
  if (whole.ok) return { problems: [], terms: whole.value as SchemeTerms, sections: inWords(whole.value as SchemeTerms) };
  const wrong = new Set(whole.problems.map(slotOf));
  return {
    problems: whole.problems.map(({ field, message }) => ({ field: `${under}${field}`, message })), terms: undefined,
    sections: wordsOf(Object.fromEntries(Object.entries(raw).filter(([slot]) => !wrong.has(slot)))),
  };
}

/** What slots that are well say by themselves. The one that every scheme has is filled in to read them, and not spoken of. */
function wordsOf(raw: Readonly<Record<string, unknown>>): readonly Section[] {
  const isComplete = 'support' in raw;
  const read = readInput(termsShape, isComplete ? raw : { ...raw, support: [{ kind: 'cash' }] });
  if (!read.ok) return [];
  return inWords(read.value as SchemeTerms).filter(({ heading }) => isComplete || heading !== 'What is given');
}

const isIn = ({ slots }: DesignStep, name: string): boolean => slots.some((slot) => name === `${under}${slot}` || name.startsWith(`${under}${slot}.`));

/** What was typed on the other pages: it travels with this one. */
export const elsewhere = (words: Words, step: DesignStep | undefined): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(words).filter(
    ([name, value]) => value.trim() !== '' && !name.startsWith('_') && !name.endsWith('._rows') && !(step && isIn(step, name)),
  ).map(([name, value]) => ({ name, value }));

export const withoutStep = (words: Words, step: DesignStep): Words => Object.fromEntries(Object.entries(words).filter(([name]) => !isIn(step, name)));

/** Problems with what a page asks for. */
export const problemsOf = ({ problems }: Draft, { slots }: DesignStep): readonly Problem[] =>
  problems.filter((each) => (slots as readonly string[]).includes(slotOf(each)));

export const fieldsOfStep = ({ slots }: DesignStep): readonly string[] => [...fieldsOf(termsShape).keys()].filter(
  (key) => (slots as readonly string[]).includes(key),
).map((key) => `${under}${key}`);

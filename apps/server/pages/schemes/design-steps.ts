import { fieldsOf } from '#kernel';
import { schemeTerms, type SchemeTerms } from '#domain/programmes';

const fields = fieldsOf(schemeTerms.spec.parts?.[''] ?? class {});

/** A question that a scheme answers, asked on a page of its own. */
export interface DesignStep {
  /** As forms and addresses name it. */
  readonly slug: string;
  readonly title: string;
  readonly help: string;
  /** Slots of the terms that it fills. */
  readonly slots: readonly (keyof SchemeTerms)[];
  /** Under which heading the terms in words say it. */
  readonly heading: string;
}

/** In the order in which somebody thinks of a scheme: what is given first, what is reported last. */
export const designSteps: readonly DesignStep[] = [
  {
    slug: 'support', title: 'What is given', slots: ['support'], heading: 'What is given',
    help: 'Money, an expert’s days, places, a share of another body’s cost, a framework, or advice: up to four of them, never added to each other.',
  },
  {
    slug: 'money', title: 'How much money', slots: ['money'], heading: 'How much',
    help: 'One rule for every award. A scheme that gives neither money nor a contribution to a cost leaves it out.',
  },
  {
    slug: 'match', title: 'Match', slots: ['match'], heading: 'Match',
    help: 'What recipients bring themselves, for each pound of grant. Left out, none is asked for.',
  },
  {
    slug: 'intake', title: 'How bodies come in', slots: ['intake'], heading: 'How to come in, and until when',
    help: 'The days on which it opens and closes are set by each round.',
  },
  {
    slug: 'choice', title: 'How they are chosen', slots: ['selection'], heading: 'How they are chosen',
    help: 'By officers, by a competition on criteria, in the order in which they came, or all who are eligible.',
  },
  {
    slug: 'eligibility', title: 'Who may come', slots: ['eligibility'], heading: 'Who may come',
    help: 'Each rule either refuses or only flags. Left out, any body may come.',
  },
  {
    slug: 'caps', title: 'Caps for one body', slots: ['caps'], heading: 'Caps for one body',
    help: 'The most that one body may have, in a round or in the programme. Left out, there is no cap.',
  },
  {
    slug: 'capacity', title: 'Capacity', slots: ['capacity'], heading: 'How many there is room for',
    help: 'How many awards a round has room for, and whether bodies may wait. Left out, the money alone is the limit.',
  },
  {
    slug: 'phases', title: 'Phases', slots: ['phases'], heading: 'Phases',
    help: 'Parts of a project in their order, what each pays, and which outputs open it. Left out, a project has one part.',
  },
  {
    slug: 'years', title: 'Years that pay', slots: ['years'], heading: 'Which years pay',
    help: 'Later years that are only named wait for their own approval: none of it is committed before.',
  },
  {
    slug: 'other-funds', title: 'Other funds', slots: ['otherFunds', 'fundClass'], heading: 'Whose money it is',
    help: 'Funds that bear a part of each award besides the round’s own, and whether the money is capital or revenue.',
  },
  { slug: 'reporting', title: 'Reports', slots: ['reporting'], heading: 'Reports', help: 'What every recipient reports, how often, and within how many days.' },
];

/** The last page: all of it in words, before it is sent. */
export const checkStep = 'check';

export const stepCalled = (slug: string | undefined): DesignStep | undefined => designSteps.find((each) => each.slug === slug);
/** Whether all of it may be left out. */
export const isOptional = ({ slots }: DesignStep): boolean => slots.every((slot) => fields.get(slot)?.required === false);
/** The page that asks for a slot. */
export const stepOf = (slot: string): DesignStep | undefined => designSteps.find(({ slots }) => (slots as readonly string[]).includes(slot));

/** The step before or after; the check comes after the last. */
export function neighbour(slug: string, by: 1 | -1): string {
  const at = designSteps.findIndex((each) => each.slug === slug);
  const from = at < 0 ? designSteps.length : at;
  return designSteps[Math.max(0, from + by)]?.slug ?? checkStep;
}

import { randomUUID } from 'node:crypto';
import { fill, gbp, type Problem } from '#kernel';
import { termRefusals, termsMustHold, type SchemeTerms } from '#domain/programmes';
import type { ProgrammePage } from '#views/registers';
import { effective } from '../../forms/command-form.js';
import { commandNamed } from '../../forms/command-paths.js';
import { formField, formFields, hasRows, problemsShown, type FormField } from '../../forms/form-field.js';
import type { Words } from '../../forms/read-form.js';
import { template, type Page } from '../../layout/reply.js';
import { elsewhere, fieldsOfStep, slotOf, termsShape, under, type Draft } from './design-draft.js';
import { designSteps, isOptional, stepOf, type DesignStep } from './design-steps.js';

type Hidden = readonly { readonly name: string; readonly value: string }[];
interface Shared {
  readonly code: string;
  readonly action: string;
  readonly key: string;
  readonly seen: number;
  readonly notice: string | undefined;
  readonly hidden: Hidden;
}
interface StepModel extends Shared {
  readonly step: DesignStep;
  readonly number: number;
  readonly many: number;
  readonly optional: boolean;
  readonly fields: readonly FormField[];
  readonly hasRows: boolean;
  readonly saidHere: readonly string[];
  readonly soFar: readonly { readonly title: string; readonly slug: string; readonly isHere: boolean; readonly sentences: readonly string[] }[];
}
interface CheckModel extends Shared {
  readonly parts: readonly { readonly heading: string; readonly sentences: readonly string[]; readonly steps: readonly DesignStep[] }[];
  readonly fields: readonly FormField[];
  readonly changes: readonly string[];
  readonly version: number;
}
const stepPage = template<StepModel>('pages/schemes/design-step.njk');
const checkPage = template<CheckModel>('pages/schemes/design-check.njk');

/** Where a design stands: whose it is, what was typed, and what the form knows. */
export interface Designing {
  readonly programme: Pick<ProgrammePage, 'code' | 'name' | 'awardCeilingMinor'>;
  /** The version that stands; 0 before the first. */
  readonly version: number;
  readonly words: Words;
  readonly draft: Draft;
  readonly seen: number;
  readonly notice?: string | undefined;
}
interface Said {
  readonly problems?: readonly Problem[];
  readonly sentence?: string;
  readonly changes?: readonly string[];
  readonly status?: number;
}

const shared = ({ programme: { code }, words, seen, notice }: Designing, step: DesignStep | undefined): Shared => ({
  code, action: `/programmes/${code}/design`, key: words['_key'] ?? randomUUID(), seen, notice, hidden: elsewhere(words, step),
});
const moreOf = ({ programme: { code, name } }: Designing, shown: readonly Problem[], status: number | undefined) => ({
  problems: shown, ...(status === undefined ? {} : { status }), trail: [
    { text: 'Programmes', href: '/programmes' }, { text: name, href: `/programmes/${code}` },
    { text: 'Terms', href: `/programmes/${code}/scheme` },
  ],
});

/** One slot of the terms, what it says so far, and what the others say. */
export function stepModel(designing: Designing, step: DesignStep, { problems = [], status }: Said = {}): Page {
  const { words, draft: { sections } } = designing;
  const wanted = fieldsOfStep(step);
  const asking = { words, problems, suggestions: () => [] };
  const fields = formFields(termsShape, asking, { name: under, path: under }).filter(({ name }) => wanted.includes(name.replace(/\.kind$/, '')));
  const saidUnder = (heading: string): readonly string[] => sections.find((each) => each.heading === heading)?.sentences ?? [];
  const number = designSteps.indexOf(step) + 1;
  return stepPage(
    step.title,
    {
      ...shared(designing, step), step, number, many: designSteps.length, optional: isOptional(step),
      fields, hasRows: hasRows(fields), saidHere: saidUnder(step.heading),
      soFar: designSteps.map((each) => ({ title: each.title, slug: each.slug, isHere: each === step, sentences: saidUnder(each.heading) })),
    },
    moreOf(designing, problemsShown(fields), status),
  );
}

/** All of it in words before it is sent, and what would be refused as it stands. */
export function checkModel(designing: Designing, { problems = [], sentence, changes = [], status }: Said, today: string): Page {
  const { words, version, draft: { sections, terms }, programme } = designing;
  const [year = '', month = '', day = ''] = today.split('-');
  const asking = { words: { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year, ...words }, problems, suggestions: () => [] };
  const reason = formFields(commandNamed('DesignScheme').input, asking).filter(({ name }) => name === 'reason' && version > 0);
  const fields = [...reason, formField(effective, asking, { name: 'on', path: 'on' })];
  const headings = [...new Set(designSteps.map(({ heading }) => heading))];
  const refused = sentence ?? (terms && refusedAs(terms, programme.awardCeilingMinor));
  const asked = new Set(fields.flatMap(({ name, boxes = [] }) => [name, ...boxes.map((_, i) => `${name}-${['day', 'month', 'year'][i] ?? ''}`)]));
  const model: CheckModel = {
    ...shared(designing, undefined), fields, changes, version,
    hidden: elsewhere(words, undefined).filter(({ name }) => !asked.has(name)),
    parts: headings.map(
      (heading) => (
        {
          heading, sentences: sections.find((each) => each.heading === heading)?.sentences ?? [],
          steps: designSteps.filter((each) => each.heading === heading),
        }
      ),
    ),
  };
  return checkPage(
    'Check the terms', model,
    moreOf(designing, [...(refused === undefined ? [] : [{ field: '', message: refused }]), ...problemsShown(fields)], status),
  );
}

/** In the words in which the command would refuse these terms. */
function refusedAs(terms: SchemeTerms, ceilingMinor: number): string | undefined {
  const refusal = termsMustHold(terms, gbp(ceilingMinor));
  return refusal && fill(termRefusals[refusal.name], refusal.details);
}

/** The page on which the first of these problems can be put right. */
export const stepWithProblem = (problems: readonly Problem[]): DesignStep | undefined =>
  problems.map((each) => stepOf(slotOf(each))).find((step) => step !== undefined);

import type { AwardPage } from '#views/registers';
import type { TrancheRow } from '#views/tranches';
import { partSteps, stepAbout, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Section } from '../../layout/section.js';
import { partStage } from '../../layout/stages.js';
import { amounts, columns, pounds, tagged, words, type Table } from '../../layout/table.js';
import { inHundredths, inPounds, inWords, yearInWords } from '../../layout/words.js';
import type { Visit } from '../../visits/visit.js';

/** Which years and funds pay for an award besides its first budget line; nothing where there is nothing to say and nothing to do. */
export function partsOf(award: AwardPage, parts: readonly TrancheRow[], visit: Visit): readonly Section[] {
  const actions = actionsOf(award, parts, visit);
  if (parts.length + actions.length === 0) return [];
  const conditional = parts.filter(({ stage }) => stage === 'conditional');
  const named = conditional.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return [{
    id: 'parts',
    heading: 'Years and funds that pay',
    sentences: conditional.length === 0
      ? []
      : [`${inPounds(named)} is named and waits for its own approval: none of it is committed, and none of it is in any total.`],
    tables: parts.length === 0 ? [] : [tableOf(parts)],
    empty: `All of it comes from ${award.fund} in ${yearInWords(award.financialYear)}.`,
    actions,
  }];
}

function actionsOf({ reference, stage, terms }: AwardPage, parts: readonly TrancheRow[], visit: Visit): readonly Step[] {
  const page = `/awards/${reference}`;
  const isOpen = stage === 'recommended' || stage === 'approved';
  const waiting = parts.filter((each) => each.stage === 'conditional');
  const about = ({ number, lapsesOn, amountMinor }: TrancheRow): readonly Step[] =>
    partSteps.conditional.filter((name) => (name === 'LapseTranche' ? lapsesOn !== null : name === 'DeclineTranche' || stage !== 'recommended'))
      .flatMap(
        (name) =>
          stepAbout(
            visit, name, page,
            { which: `part ${number}`, words: { number: String(number), ...(name === 'ConfirmTranche' ? { amount: inHundredths(amountMinor) } : {}) } },
          ),
      );
  return [
    ...waiting.flatMap(about),
    ...(isOpen ? stepsFor(visit, partSteps.named, page, `of ${reference}`) : []),
    ...(isOpen && terms === 'share-of-cost' ? stepsFor(visit, partSteps.shared, page, `of ${reference}`) : []),
    ...(stage === 'agreed' ? stepsFor(visit, partSteps.agreed, page, `of ${reference}`) : []),
  ].map((step) => ({ ...step, first: false }));
}

const tableOf = (parts: readonly TrancheRow[]): Table => ({
  id: 'parts-of', caption: 'Parts besides the first budget line', heads: [...columns('Part', 'Paid from', 'State', 'Waits for, or why'), ...amounts('Amount')],
  rows: parts.map(
    (each) => [
      words(`Part ${each.number}`), words(`${each.fund} ${yearInWords(each.financialYear)}`), tagged(partStage(each.stage)),
      words(conditionOf(each)), pounds(each.amountMinor),
    ],
  ),
});

/** What a part waits for while it does, and what was said when it did not come. */
export function conditionOf({ stage, subjectTo, lapsesOn, because }: Pick<TrancheRow, 'stage' | 'subjectTo' | 'lapsesOn' | 'because'>): string {
  if (stage !== 'conditional') return because ?? '';
  return [...(subjectTo === null ? [] : [subjectTo]), ...(lapsesOn === null ? [] : [`lapses on ${inWords(lapsesOn)}`])].join('; ');
}

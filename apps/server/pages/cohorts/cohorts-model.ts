import type { CohortRow, CohortsSeen, Overlap } from '#views/support';
import { cohortsSteps, stepsFor } from '../../forms/next-steps.js';
import type { Figure } from '../../layout/figures.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import { amounts, columns, linked, onDay, tagged, words, type Table } from '../../layout/table.js';
import { inWords, many, yearInWords } from '../../layout/words.js';
import { link, thenOrNow, type Visit } from '../../visits/visit.js';
import { bodiesInWords, cohortStage, oursInWords, placesInWords } from './cohort-words.js';

/** How far the bodies that took part reach a year's target. */
function towards(bodies: number, { financialYear, atLeast, ahead }: CohortsSeen['targets'][number]): string {
  const so = ahead > 0 ? `${ahead} more than the target` : ahead < 0 ? `${-ahead} to go` : 'which meets the target';
  return `${yearInWords(financialYear)}: ${bodies} of at least ${bodiesInWords(atLeast)}, ${so}.`;
}

/** The cohorts of a programme, and what they come to together. */
export function cohortsModel(code: string, seen: CohortsSeen, visit: Visit): SectionsModel {
  const { cohorts, targets, overlaps, bodies } = seen;
  return {
    caption: code,
    figures: cohorts.length === 0 ? [] : figuresOf(seen),
    actions: stepsFor(visit, cohortsSteps, `/programmes/${code}`, `of ${code}`),
    sections: [
      { id: 'cohorts', heading: 'Cohorts', tables: cohorts.length === 0 ? [] : [cohortsTable(cohorts, visit)], empty: thenOrNow(visit, 'No cohort had been planned yet.', none) },
      ...saying('targets', 'Against the targets', targets.map((each) => towards(bodies, each))),
      ...saying('overlaps', 'Cohorts that ran beside each other', overlaps.map((each) => beside(each, cohorts))),
    ],
  };
}

const none = 'No cohort is planned yet. A programme officer or manager plans one and opens it; then bodies book its places.';

const saying = (id: string, heading: string, sentences: readonly string[]): readonly Section[] =>
  sentences.length === 0 ? [] : [{ id, heading, sentences, tables: [], empty: '' }];

const figuresOf = ({ ours, taken, finished, active, planned, bodies, waiting, alumni }: CohortsSeen): readonly Figure[] => [
  { label: 'Our places', value: String(ours), note: `${taken} taken, in cohorts that opened` },
  { label: 'Took part', value: String(finished), note: `in cohorts that are completed; ${active} in open ones` },
  { label: 'Bodies', value: String(bodies), note: 'each counted once' },
  { label: 'On waiting lists', value: String(waiting) },
  { label: 'Alumni', value: String(alumni) },
  ...(planned > 0 ? [{ label: 'Still to open', value: many(planned, 'cohort', 'cohorts') }] : []),
];

/** Its name, with what the papers call it beside that: a column of its own would be too broad for paper. */
function calledInWords({ name, label, theme }: CohortRow): string {
  const called = [label, theme].filter((part) => part !== null).join(', ');
  return called === '' ? name : `${name} (${called})`;
}

function cohortsTable(cohorts: readonly CohortRow[], visit: Visit): Table {
  return {
    id: 'cohorts-of', caption: many(cohorts.length, 'cohort', 'cohorts'),
    heads: [...columns('Cohort', 'State', 'Starts on'), ...amounts('Places', 'Ours', 'Booked', 'Waiting', 'Graduates', 'Alumni')],
    rows: cohorts.map((each) => [
      linked(calledInWords(each), link(visit, `/cohorts/${each.reference}`), each.reference), tagged(cohortStage(each.stage)),
      each.startsOn === null ? words('not printed') : onDay(each.startsOn),
      words(placesInWords(each.places)), words(oursInWords(each)), words(each.taken), words(each.waiting), words(each.graduates), words(each.alumni),
    ]),
  };
}

function beside({ first, second, from, until }: Overlap, cohorts: readonly CohortRow[]): string {
  const named = (reference: string): string => `${cohorts.find((each) => each.reference === reference)?.name ?? 'A cohort'} (${reference})`;
  return `${named(first)} and ${named(second)}: from ${inWords(from)} ${until === null ? 'on, and both still run' : `to ${inWords(until)}`}.`;
}

import type { WaitingList } from '#views/choosing';
import type { CohortBody, CohortSeen } from '#views/support';
import { cohortSteps, stepsFor } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import { pagesAround, pagingOf } from '../../layout/paging.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import { amounts, columns, linked, onDay, words, type Cell, type Table } from '../../layout/table.js';
import type { ShownTimeline } from '../../layout/timeline.js';
import { inWords } from '../../layout/words.js';
import { link, thenOrNow, type Visit } from '../../visits/visit.js';
import { waitingSections } from '../waiting/waiting-tables.js';
import { bodiesInWords, cohortStage, oursInWords, placesInWords } from './cohort-words.js';

interface Beside {
  readonly list: WaitingList;
  readonly timeline: ShownTimeline | undefined;
}

/** A cohort: its places, who holds them, who waits, and how it ended. */
export function cohortModel(cohort: CohortSeen, { list, timeline }: Beside, visit: Visit): SectionsModel {
  const { reference, stage, name } = cohort;
  return {
    caption: reference,
    stage: cohortStage(stage),
    figures: figuresOf(cohort),
    actions: stepsFor(visit, (cohortSteps[stage] ?? []).filter((step) => fits(step, cohort)), `/cohorts/${reference}`, name),
    summary: summaryOf(cohort, visit),
    sections: [bodiesOf(cohort, visit), ...(stage === 'planned' ? [] : waitingSections(list, emptyOf(cohort, visit), visit)), ...enlargedBy(cohort, visit)],
    ...(list.total === list.rows.length ? {} : { paging: pagesAround(visit, pagingOf(visit), list.total) }),
    hasTimeline: true,
    timeline,
  };
}

/** What somebody leaves or gives up they have first, and alumni come from those who graduated and are none yet. */
function fits(step: string, { bodies, waiting }: CohortSeen): boolean {
  switch (step) {
    case 'GiveUpPlace':
      return bodies.length > 0;
    case 'LeaveCohortWaitingList':
      return waiting > 0;
    case 'JoinAlumni':
      return bodies.some(becomesAlumni);
    default:
      return true;
  }
}
const becomesAlumni = ({ graduated, alumni }: CohortBody): boolean => graduated > 0 && alumni === 0;

const figuresOf = (cohort: CohortSeen): readonly Figure[] => [
  { label: 'Places', value: placesInWords(cohort.places), note: 'of everybody who fills it' },
  { label: 'Ours', value: oursInWords(cohort) },
  { label: 'Booked', value: String(cohort.taken), note: `by ${bodiesInWords(cohort.bodies.length)}` },
  { label: 'On the waiting list', value: String(cohort.waiting) },
  ...(cohort.stage === 'completed' ? [{ label: 'Graduates', value: String(cohort.graduates) }, { label: 'Alumni', value: String(cohort.alumni) }] : []),
];

const summaryOf = ({ programme, label, theme, startsOn, completedOn }: CohortSeen, visit: Visit): readonly SummaryRow[] => [
  { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}`) },
  ...(label === null ? [] : [{ key: 'Called', value: label }]),
  ...(theme === null ? [] : [{ key: 'Theme', value: theme }]),
  { key: 'Starts on', value: startsOn === null ? 'not printed' : inWords(startsOn) },
  ...(completedOn === null ? [] : [{ key: 'Completed on', value: inWords(completedOn) }]),
];

const from: Readonly<Record<string, string>> = { open: 'open places', 'waiting-list': 'the waiting list' };

const nobodyIn: Readonly<Record<CohortSeen['stage'], string>> = {
  planned: 'Bodies book its places once it is open.',
  open: 'No place is booked yet. A programme officer or manager books places for a body.',
  completed: 'Nobody held a place when it was completed.',
};

function bodiesOf({ reference, stage, bodies }: CohortSeen, visit: Visit): Section {
  const empty = thenOrNow(visit, 'No place was booked yet.', nobodyIn[stage]);
  const [step] = stage === 'planned' ? [] : stepsFor(visit, [stage === 'open' ? 'GiveUpPlace' : 'JoinAlumni'], `/cohorts/${reference}`);
  const fitting = (each: CohortBody): boolean => stage === 'open' || becomesAlumni(each);
  const table: Table = {
    id: 'bodies-in', caption: bodiesInWords(bodies.length),
    heads: [
      ...columns('Organisation', 'Booked on', 'From'), ...amounts('Places', ...(stage === 'completed' ? ['Graduated', 'Alumni'] : [])), ...columns(...(step ? ['What you can do'] : [])),
    ],
    rows: bodies.map((each): readonly Cell[] => [
      linked(each.organisationName, link(visit, `/organisations/${each.organisation}`), each.organisation),
      onDay(each.bookedOn), words(from[each.from] ?? each.from), words(each.places),
      ...(stage === 'completed' ? [words(each.graduated), words(each.alumni)] : []),
      ...(step ? [fitting(each) ? linked(step.text, `${step.href}?organisation=${each.organisation}`, `of ${each.organisationName}`) : words('')] : []),
    ]),
  };
  return { id: 'bodies', heading: 'Who takes part', tables: bodies.length === 0 ? [] : [table], empty };
}

const emptyOf = ({ stage }: CohortSeen, visit: Visit) => ({
  isOver: stage === 'completed',
  called: thenOrNow(visit, 'No place was kept for anybody.', 'No place is kept for anybody.'),
  waiting: thenOrNow(visit, 'Nobody waited.', `Nobody waits.${stage === 'open' ? ' A body joins the list once no place is left for it, and is called in its turn.' : ''}`),
});

function enlargedBy({ enlargements }: CohortSeen, visit: Visit): readonly Section[] {
  if (enlargements.length === 0) return [];
  const table: Table = {
    id: 'enlarged', caption: 'How it was enlarged', heads: [...columns('On', 'Because', 'Sponsor'), ...amounts('Our places after it')],
    rows: enlargements.map(({ on, because, sponsor, sponsorName, ours }) => [
      onDay(on), words(because ?? ''),
      sponsor === null ? words('none') : linked(sponsorName ?? sponsor, link(visit, `/organisations/${sponsor}`), `since ${inWords(on)}`), words(ours),
    ]),
  };
  return [{ id: 'enlargements', heading: 'Enlarged', tables: [table], empty: '' }];
}

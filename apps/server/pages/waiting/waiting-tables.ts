import { isReference } from '#kernel';
import type { WaitingList, WaitingRow } from '#views/choosing';
import { stepsFor } from '../../forms/next-steps.js';
import type { Section } from '../../layout/section.js';
import { amounts, columns, linked, onDay, words, type Cell, type Head, type Table } from '../../layout/table.js';
import { link, type Visit } from '../../visits/visit.js';

type InLine = Pick<WaitingRow, 'who' | 'name' | 'places'>;

interface Offer {
  readonly application: string;
  readonly body: string;
}
/** Buttons in a row about whoever waits: an application has a page of its own, a body of a cohort is named in the form's address. */
function offered({ holder }: WaitingList, command: Offer, { who, name, places }: InLine, visit: Visit): readonly Cell[] {
  const isCohort = isReference(holder, 'CH');
  const [step] = stepsFor(visit, [isCohort ? command.body : command.application], isCohort ? `/cohorts/${holder}` : `/applications/${who}`);
  return step ? [linked(step.text, isCohort ? `${step.href}?organisation=${who}&places=${places}` : step.href, `for ${name}`)] : [];
}

/** An application's page, or the body's. */
const whoever = ({ who, name }: InLine, visit: Visit): Cell =>
  linked(name, link(visit, isReference(who, 'AP') ? `/applications/${who}` : `/organisations/${who}`), who);
const withActions = (heads: readonly Head[], rows: readonly (readonly Cell[])[]): readonly Head[] =>
  rows.some((row) => row.length > heads.length) ? [...heads, ...columns('What you can do')] : heads;

const called = ({ rows }: WaitingList): readonly WaitingRow[] => rows.filter(({ turn }) => turn === null);
const waiting = ({ rows }: WaitingList): readonly WaitingRow[] => rows.filter(({ turn }) => turn !== null);

function calledTable(list: WaitingList, isOver: boolean, visit: Visit): Table {
  const heads = [...columns('Who', 'Kept since', 'Why', 'Waited since'), ...amounts('Places')];
  const rows = called(list).map((each) => [
    whoever(each, visit), onDay(each.calledOn), words(each.because), onDay(each.joinedOn), words(each.places),
    ...(isOver ? [] : offered(list, { application: 'LeaveWaitingList', body: 'BookPlace' }, each, visit)),
  ]);
  return { id: 'called', caption: 'Those for whom a place is kept', heads: withActions(heads, rows), rows };
}

function lineTable(list: WaitingList, visit: Visit): Table {
  const heads = [...columns('Turn', 'Who', 'Since', 'Why'), ...amounts('Places')];
  const rows = waiting(list).map((each) => [
    words(each.turn ?? ''), whoever(each, visit), onDay(each.joinedOn), words(each.because), words(each.places),
    ...offered(list, { application: 'LeaveWaitingList', body: 'LeaveCohortWaitingList' }, each, visit),
  ]);
  return { id: 'waiting', caption: 'Those who wait, in the order in which they are called', heads: withActions(heads, rows), rows };
}

interface SaidOfNobody {
  readonly called: string;
  readonly waiting: string;
  /** No place is given any more. */
  readonly isOver?: boolean;
}
/** What is on another page is named by that page alone; where there is nobody at all it is said. */
const shown = (section: Section, isElsewhere: boolean): readonly Section[] => (section.tables.length === 0 && isElsewhere ? [] : [section]);

/** Who was called and why, and who waits in which order. */
export const waitingSections = (list: WaitingList, empty: SaidOfNobody, visit: Visit): readonly Section[] => [
  ...shown({
    id: 'kept', heading: 'Places that are kept', empty: empty.called,
    tables: called(list).length === 0 ? [] : [calledTable(list, empty.isOver ?? false, visit)],
  }, list.called > 0),
  ...shown({ id: 'line', heading: 'Waiting list', tables: waiting(list).length === 0 ? [] : [lineTable(list, visit)], empty: empty.waiting }, list.waiting > 0),
];

import type { ProgrammePage } from '#views/registers';
import type { Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import type { Table } from '../../layout/table.js';
import type { ShownTimeline } from '../../layout/timeline.js';
import { inPounds, inWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import type { AwardLine } from '../awards/award-lines.js';
import { ledgerLines } from '../ledger/ledger-lines.js';
import { roundsTable, shownProgress, type ShownYearOfProgress } from './progress.js';

export interface ProgrammeModel {
  readonly code: string;
  readonly purpose: string;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly savingsActions: readonly Step[];
  readonly shortSentence: string | undefined;
  readonly shortHref: string;
  readonly progress: readonly ShownYearOfProgress[];
  readonly rounds: Table | undefined;
  readonly awards: readonly AwardLine[];
  readonly caption: string;
  readonly allHref: string;
  /** What it delivers and what others pay for it, page by page. */
  readonly delivery: readonly { readonly text: string; readonly href: string }[];
  /** Help that is not money, page by page. */
  readonly help: readonly { readonly text: string; readonly href: string }[];
  readonly savingsHref: string;
  readonly schemeHref: string;
  /** What it is a part of, its parts, and its days. */
  readonly standing: readonly SummaryRow[];
  readonly timeline: ShownTimeline | undefined;
}

const help = [
  ['Experts of the programme', 'experts'], ['Days of help', 'days'], ['Cohorts and their places', 'cohorts'],
  ['Frameworks', 'frameworks'], ['Advice without an award', 'advice'],
] as const;

const delivery = [
  ['Phases, conditional years and tags', 'delivery'], ['Reports due and received', 'reports'],
  ['Milestones, ratings and decisions', 'milestones'], ['Outside funding and its claims', 'fundings'],
] as const;

type Shown = Pick<ProgrammeModel, 'awards' | 'caption' | 'actions' | 'savingsActions' | 'timeline'>;

export function programmeModel(programme: ProgrammePage, shown: Shown, visit: Visit): ProgrammeModel {
  const { code, name, purpose, short, matchGapMinor, rounds, progress } = programme;
  const missing = `${inPounds(matchGapMinor)} of match`;
  return {
    code,
    purpose,
    figures: figuresOf(programme, visit),
    shortSentence: short === 0 ? undefined : `${short === 1 ? 'One award is' : `${short} awards are`} short of match: ${missing} is missing.`,
    shortHref: link(visit, `/awards?programme=${code}&match=short`),
    progress: shownProgress(progress, code, visit),
    rounds: rounds.length === 0 ? undefined : roundsTable(rounds, name, visit),
    allHref: link(visit, `/awards?programme=${code}`),
    delivery: delivery.map(([text, page]) => ({ text, href: link(visit, `/programmes/${code}/${page}`) })),
    help: help.map(([text, page]) => ({ text, href: link(visit, `/programmes/${code}/${page}`) })),
    savingsHref: link(visit, `/savings?programme=${code}`),
    schemeHref: link(visit, `/programmes/${code}/scheme`),
    standing: standingOf(programme, visit),
    ...shown,
  };
}

const standingOf = ({ parent, parts, startsOn, endsOn, closedOn, daysRun }: ProgrammePage, visit: Visit): readonly SummaryRow[] => [
  ...(parent === null ? [] : [{ key: 'Part of', value: parent, href: link(visit, `/programmes/${parent}`) }]),
  ...parts.map((part, i) => ({ key: i === 0 ? 'Its parts' : '', value: part, href: link(visit, `/programmes/${part}`) })),
  ...(startsOn === null ? [] : [{ key: 'Starts on', value: inWords(startsOn) }]),
  ...(endsOn === null ? [] : [{ key: 'Ends on', value: inWords(endsOn) }]),
  ...(closedOn === null ? [] : [{ key: 'Closed', value: `${inWords(closedOn)}, after ${daysRun ?? 0} days` }]),
];

function figuresOf(programme: ProgrammePage, visit: Visit): readonly Figure[] {
  const lines = (account: string): string | undefined => ledgerLines(visit, account, programme.code);
  const { awards, approved, ceilingMinor, agreedMinor, laterMinor, headroomMinor, paidMinor, matchRequiredMinor, matchVerifiedMinor, awardCeilingMinor } = programme;
  return [
    { label: 'Awards', value: String(awards), href: link(visit, `/awards?programme=${programme.code}`), note: `${approved} approved, up to ${inPounds(awardCeilingMinor)} each` },
    { label: 'Ceilings', value: inPounds(ceilingMinor), href: lines('B:Approved') },
    { label: 'Agreed', value: inPounds(agreedMinor), href: lines('B:Agreed'), note: `${inPounds(headroomMinor)} under the ceilings${laterMinor > 0 ? `; ${inPounds(laterMinor)} more is confirmed for later years` : ''}` },
    { label: 'Paid', value: inPounds(paidMinor), href: lines('B:Spent') },
    ...(matchRequiredMinor > 0 ? [{ label: 'Match verified', value: inPounds(matchVerifiedMinor), href: lines('M:Met'), note: `of ${inPounds(matchRequiredMinor)} required` }] : []),
  ];
}

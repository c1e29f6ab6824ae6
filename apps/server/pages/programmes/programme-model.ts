import type { ProgrammePage } from '#views/registers';
import type { Step } from '../../forms/next-steps.js';
import type { Figure } from '../../layout/figures.js';
import type { Table } from '../../layout/table.js';
import type { ShownTimeline } from '../../layout/timeline.js';
import { inPounds } from '../../layout/words.js';
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
  readonly expertsHref: string;
  readonly savingsHref: string;
  readonly timeline: ShownTimeline | undefined;
}

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
    expertsHref: link(visit, `/programmes/${code}/experts`),
    savingsHref: link(visit, `/savings?programme=${code}`),
    ...shown,
  };
}

function figuresOf(programme: ProgrammePage, visit: Visit): readonly Figure[] {
  const lines = (account: string): string | undefined => ledgerLines(visit, account, programme.code);
  const { awards, approved, ceilingMinor, agreedMinor, headroomMinor, paidMinor, matchRequiredMinor, matchVerifiedMinor, awardCeilingMinor } = programme;
  return [
    { label: 'Awards', value: String(awards), href: link(visit, `/awards?programme=${programme.code}`), note: `${approved} approved, up to ${inPounds(awardCeilingMinor)} each` },
    { label: 'Ceilings', value: inPounds(ceilingMinor), href: lines('B:Approved') },
    { label: 'Agreed', value: inPounds(agreedMinor), href: lines('B:Agreed'), note: `${inPounds(headroomMinor)} under the ceilings` },
    { label: 'Paid', value: inPounds(paidMinor), href: lines('B:Spent') },
    ...(matchRequiredMinor > 0 ? [{ label: 'Match verified', value: inPounds(matchVerifiedMinor), href: lines('M:Met'), note: `of ${inPounds(matchRequiredMinor)} required` }] : []),
  ];
}

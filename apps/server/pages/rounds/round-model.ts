import type { TimelinePage } from '#views/audit';
import type { ApplicationRow, Contender, Intake, RoundPage } from '#views/registers';
import { applying, closedRoundSteps, roundEntry, roundSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import { captionOf, pagesAround, pagingOf } from '../../layout/paging.js';
import { applicationStage, type ShownStage } from '../../layout/stages.js';
import { amounts, columns, linked, tagged, words, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { capital, inHundredths, inPounds, inWords, perCent, yearInWords } from '../../layout/words.js';
import type { Rows } from '../../reading/reading.js';
import { link, may, type Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';
import { intakeRows } from './intake-rows.js';

export interface RoundModel {
  readonly reference: string;
  readonly name: string;
  readonly stage: ShownStage;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly summary: readonly SummaryRow[];
  readonly criteria: Table | undefined;
  readonly applications: Table | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
  readonly mayScore: boolean;
  readonly timeline: ShownTimeline | undefined;
}

export const placedInWords: Readonly<Record<string, string>> = { recommended: 'Recommended', reserve: 'Reserve', 'not-placed': 'Not placed' };
const matchFrom: Readonly<Record<string, string>> = { 'public-bodies': 'the recipient and its public partners', 'any-partner': 'the recipient and any of its partners' };

/** An application in the list of its round; with points and place for those who may see them. */
export type Listed = ApplicationRow & Partial<Pick<Contender, 'assessors' | 'pointsHundredths' | 'rank' | 'placed'>>;

interface Beside {
  /** Whether points and places are in the list. */
  readonly mayScore: boolean;
  readonly listed: Rows<Listed>;
  /** Undefined for those who may not see it. */
  readonly timeline: TimelinePage | undefined;
  /** Bodies apply by a form that has a page of its own. */
  readonly hasForm: boolean;
  readonly intake: Intake;
}
export function roundModel(round: RoundPage, { mayScore, listed, timeline, hasForm, intake }: Beside, visit: Visit): RoundModel {
  const { reference, name, isOpen, allocationMinor, leftMinor, fundAvailableMinor, fundName, criteria } = round;
  return {
    reference,
    name,
    stage: isOpen ? { words: 'Open', tone: 'open' } : { words: 'Closed', tone: 'ended' },
    figures: [
      { label: 'Allocated', value: inPounds(allocationMinor) },
      { label: 'Left to approve', value: inPounds(leftMinor), href: ledgerLines(visit, 'B:Allocated', reference) },
      { label: `Left in ${fundName}`, value: inPounds(fundAvailableMinor), note: `for other rounds of ${yearInWords(round.financialYear)}` },
    ],
    actions: isOpen
      ? [...applyStep(hasForm, round, visit), ...stepsFor(visit, [roundEntry, ...roundSteps].filter((step) => fits(step, round)), `/rounds/${reference}`, name)]
      : stepsFor(visit, closedRoundSteps, `/rounds/${reference}`, name),
    summary: [...summaryOf(round, visit), ...intakeRows(intake)],
    criteria: criteria.length === 0 ? undefined : {
      id: 'criteria', caption: `Scored from 0 to ${round.highestScore ?? 0}`, heads: [...columns('Criterion', 'Code'), ...amounts('Weight')],
      rows: criteria.map((each) => [words(each.name), words(each.code), words(perCent(each.weight))]),
    },
    applications: applicationsTable(listed, mayScore && criteria.length > 0, visit),
    paging: pagesAround(visit, pagingOf(visit), listed.total),
    mayScore,
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

/** By the page of the form; where the scheme takes applications and no form is set, by the command's own. */
function applyStep(hasForm: boolean, { reference, termsVersion }: RoundPage, visit: Visit): readonly Step[] {
  if (!hasForm) return termsVersion > 0
    ? stepsFor(visit, [applying], `/rounds/${reference}`, `for ${reference}`).map((step) => ({ ...step, first: false }))
    : [];
  return !visit.past && !visit.soOn && may(visit, 'application:submit')
    ? [{ text: 'Apply', about: reference, href: `/rounds/${reference}/apply`, first: false }]
    : [];
}

/** Criteria stand once scoring has begun, and without criteria there is nothing to rank. What a scheme regulates is offered where there is one. */
function fits(step: string, { criteria, applications, scoringBegunOn, termsVersion, terms, capacity, lastDay }: RoundPage): boolean {
  switch (step) {
    case 'SetCriteria':
      return scoringBegunOn === null;
    case 'RankApplications':
      return criteria.length > 0;
    case 'StateCount':
      return applications > 0;
    case 'ScreenApplications':
    case 'InviteToBid':
    case 'ReviseRoundTerms':
      return termsVersion > 0;
    case 'AllowLate':
      return termsVersion > 0 && lastDay !== null;
    case 'RaiseCapacity':
      return capacity !== null;
    case 'ShareFund':
      return terms === 'share-of-fund' && applications > 0;
    default:
      return true;
  }
}

/** When bodies may apply, where there is room for how many, and what it was copied from. */
const datesOf = ({ reference, opensOn, lastDay, capacity, clonedFrom, terms }: RoundPage, visit: Visit): readonly SummaryRow[] => [
  ...(opensOn === null ? [] : [{ key: 'Applications from', value: inWords(opensOn) }]),
  ...(lastDay === null ? [] : [{ key: 'Last day', value: inWords(lastDay) }]),
  ...(capacity === null ? [] : [{ key: 'Room for', value: `${capacity} awards` }]),
  ...(capacity === null ? [] : [{ key: 'Waiting list', value: 'Who waits for a place', href: link(visit, `/rounds/${reference}/waiting-list`) }]),
  ...(terms === 'share-of-fund' ? [{ key: 'Shares', value: 'What each body gets', href: link(visit, `/rounds/${reference}/shares`) }] : []),
  ...(clonedFrom === null ? [] : [{ key: 'Copied from', value: clonedFrom, href: link(visit, `/rounds/${clonedFrom}`) }]),
];

function summaryOf(round: RoundPage, visit: Visit): readonly SummaryRow[] {
  return [
    { key: 'Programme', value: round.programmeName, href: link(visit, `/programmes/${round.programme}`) },
    { key: 'Money from', value: `${round.fundName} (${round.fund}), ${yearInWords(round.financialYear)}` },
    { key: 'Opened on', value: inWords(round.openedOn) },
    { key: 'Terms', value: round.termsWords === null ? 'Those of the programme' : capital(round.termsWords), ...(round.termsVersion === 0 ? {} : { href: link(visit, `/rounds/${round.reference}/scheme`) }) },
    ...datesOf(round, visit),
    ...(round.matchRatio === null
      ? []
      : [{ key: 'Match', value: `${perCent(round.matchRatio)} of the grant from ${matchFrom[round.matchFrom ?? ''] ?? ''}; ${perCent(round.payableBeforeVerified ?? 0)} of the grant may be paid before it is verified` }]),
    ...(round.scoringBegunOn === null ? [] : [{ key: 'Scoring began on', value: inWords(round.scoringBegunOn) }]),
  ];
}

/** A page of the applications; points only for those who may see them. */
function applicationsTable({ rows, total, more }: Rows<Listed>, isScored: boolean, visit: Visit): Table | undefined {
  if (rows.length === 0) return undefined;
  return {
    id: 'applications', caption: captionOf(['application', 'applications'], pagingOf(visit), rows.length, total, more),
    heads: [...columns('Application', 'Who and what', 'Stage', ...(isScored ? ['Placed'] : [])), ...amounts(...(isScored ? ['Rank', 'Points of 100', 'Assessors'] : []))],
    rows: rows.map(({ reference, organisationName, title, stage, placed, rank, pointsHundredths = null, assessors = 0 }) => [
      linked(reference, link(visit, `/applications/${reference}`)), words(`${organisationName}: ${title}`), tagged(applicationStage(stage)),
      ...(isScored
        ? [words(placedInWords[placed ?? ''] ?? ''), words(rank ?? ''), words(pointsHundredths === null ? 'not assessed' : inHundredths(pointsHundredths)), words(assessors)]
        : []),
    ]),
  };
}

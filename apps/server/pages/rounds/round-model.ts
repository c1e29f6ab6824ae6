import type { TimelinePage } from '#views/audit';
import type { Contender, RoundPage } from '#views/registers';
import { roundEntry, roundSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import { applicationStage, type ShownStage } from '../../layout/stages.js';
import { amounts, columns, linked, tagged, words, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inHundredths, inPounds, inWords, perCent, termsInWords, yearInWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';

export interface RoundModel {
  readonly reference: string;
  readonly name: string;
  readonly stage: ShownStage;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly summary: readonly SummaryRow[];
  readonly criteria: Table | undefined;
  readonly applications: Table | undefined;
  readonly mayScore: boolean;
  readonly timeline: ShownTimeline | undefined;
}

export const placedInWords: Readonly<Record<string, string>> = { recommended: 'Recommended', reserve: 'Reserve', 'not-placed': 'Not placed' };
const matchFrom: Readonly<Record<string, string>> = { 'public-bodies': 'the recipient and its public partners', 'any-partner': 'the recipient and any of its partners' };

export function roundModel(round: RoundPage, competition: readonly Contender[] | undefined, timeline: TimelinePage | undefined, visit: Visit): RoundModel {
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
    actions: isOpen ? stepsFor(visit, [roundEntry, ...roundSteps].filter((step) => fits(step, round)), `/rounds/${reference}`, name) : [],
    summary: summaryOf(round, visit),
    criteria: criteria.length === 0 ? undefined : {
      id: 'criteria', caption: `Scored from 0 to ${round.highestScore ?? 0}`, heads: [...columns('Criterion', 'Code'), ...amounts('Weight')],
      rows: criteria.map((each) => [words(each.name), words(each.code), words(perCent(each.weight))]),
    },
    applications: applicationsTable(round, competition, visit),
    mayScore: competition !== undefined,
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

/** Criteria stand once scoring has begun, and without criteria there is nothing to rank. */
const fits = (step: string, { criteria, scoringBegunOn }: RoundPage): boolean => (step === 'SetCriteria' ? scoringBegunOn === null : step !== 'RankApplications' || criteria.length > 0);

function summaryOf(round: RoundPage, visit: Visit): readonly SummaryRow[] {
  return [
    { key: 'Programme', value: round.programmeName, href: link(visit, `/programmes/${round.programme}`) },
    { key: 'Money from', value: `${round.fundName} (${round.fund}), ${yearInWords(round.financialYear)}` },
    { key: 'Opened on', value: inWords(round.openedOn) },
    { key: 'Terms', value: round.terms === null ? 'Those of the programme' : termsInWords(round.terms, round.termsMinor) },
    ...(round.matchRatio === null
      ? []
      : [{ key: 'Match', value: `${perCent(round.matchRatio)} of the grant from ${matchFrom[round.matchFrom ?? ''] ?? ''}; ${perCent(round.payableBeforeVerified ?? 0)} of the grant may be paid before it is verified` }]),
    ...(round.scoringBegunOn === null ? [] : [{ key: 'Scoring began on', value: inWords(round.scoringBegunOn) }]),
  ];
}

/** The applications, best first where they were ranked; points only for those who may see them. */
function applicationsTable({ applications, criteria }: RoundPage, competition: readonly Contender[] | undefined, visit: Visit): Table | undefined {
  if (applications.length === 0) return undefined;
  const isScored = criteria.length > 0 && competition !== undefined;
  const places = new Map((competition ?? []).map((each, i) => [each.application, { ...each, i }]));
  const turn = (reference: string): number => places.get(reference)?.i ?? places.size;
  const ordered = applications.toSorted((a, b) => turn(a.reference) - turn(b.reference));
  return {
    id: 'applications', caption: `${applications.length} application${applications.length === 1 ? '' : 's'}`,
    heads: [...columns('Application', 'Who and what', 'Stage', ...(isScored ? ['Placed'] : [])), ...amounts(...(isScored ? ['Rank', 'Points of 100', 'Assessors'] : []))],
    rows: ordered.map(({ reference, organisationName, title, stage }) => {
      const place = places.get(reference);
      return [
        linked(reference, link(visit, `/applications/${reference}`)), words(`${organisationName}: ${title}`), tagged(applicationStage(stage)),
        ...(isScored ? [words(placedInWords[place?.placed ?? ''] ?? ''), words(place?.rank ?? ''), words(place ? inHundredths(place.pointsHundredths) : 'not assessed'), words(place?.assessors ?? 0)] : []),
      ];
    }),
  };
}

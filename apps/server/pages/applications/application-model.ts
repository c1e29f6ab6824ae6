import type { TimelinePage } from '#views/audit';
import type { ApplicationPage, Assessment, Contender } from '#views/registers';
import { applicationSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { SummaryRow } from '../../layout/figures.js';
import { applicationStage, type ShownStage } from '../../layout/stages.js';
import { amounts, columns, words, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inHundredths, inWords, perCent } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { placedInWords } from '../rounds/round-model.js';

export interface ApplicationModel {
  readonly reference: string;
  readonly heading: string;
  readonly stage: ShownStage;
  readonly summary: readonly SummaryRow[];
  readonly actions: readonly Step[];
  readonly assessments: readonly { readonly heading: string; readonly comment: string | null; readonly table: Table }[] | undefined;
  readonly isScored: boolean;
  readonly timeline: ShownTimeline | undefined;
}

interface Scored {
  /** All three undefined for those who may not see them. */
  readonly assessments: readonly Assessment[] | undefined;
  readonly place: Contender | undefined;
  readonly timeline: TimelinePage | undefined;
}

/** Who and what an application is for, and what its assessors gave. */
export function applicationModel(application: ApplicationPage, scored: Scored, visit: Visit): ApplicationModel {
  const { assessments, place, timeline } = scored;
  const { reference, organisationName, title, stage, criteria } = application;
  return {
    reference,
    heading: `${organisationName}: ${title}`,
    stage: applicationStage(stage),
    summary: summaryOf(application, place, visit),
    actions: stepsFor(visit, (applicationSteps[stage] ?? []).filter((step) => fits(step, application, scored, visit)), `/applications/${reference}`, reference),
    assessments: assessments?.map((each, i) => ({
      heading: `Assessor ${i + 1}: ${inHundredths(Math.round((each.points * 10_000) / each.outOf))} of 100 points, ${inWords(each.assessedOn)}`,
      comment: each.comment,
      table: {
        id: `scores-${i + 1}`, caption: `Scores of assessor ${i + 1}`, heads: [...columns('Criterion', 'Reason'), ...amounts('Weight', 'Score')],
        rows: each.scores.map(({ name, reason, weight, score }) => [words(name), words(reason ?? ''), words(perCent(weight)), words(score)]),
      },
    })),
    isScored: criteria.length > 0,
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

/** One's own score is given once and then revised; without criteria nothing is scored, and a ranked round goes by its places. */
function fits(step: string, { criteria }: ApplicationPage, { assessments, place }: Scored, { session }: Visit): boolean {
  const hasScored = assessments?.some(({ assessedBy }) => assessedBy === session?.actor) ?? false;
  switch (step) {
    case 'AssessApplication':
      return criteria.length > 0 && !hasScored;
    case 'ReviseAssessment':
      return hasScored;
    case 'TakeFromReserve':
      return place?.placed === 'reserve';
    case 'RecommendAward':
      return criteria.length === 0 || place?.placed === 'recommended';
    default:
      return true;
  }
}

function summaryOf(application: ApplicationPage, place: Contender | undefined, visit: Visit): readonly SummaryRow[] {
  const { organisation, organisationName, programme, round, roundName, nominatedOn, source, award, reason, partners } = application;
  return [
    { key: 'Organisation', value: `${organisationName} (${organisation})` },
    { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}`) },
    { key: 'Round', value: `${roundName} (${round})`, href: link(visit, `/rounds/${round}`) },
    { key: 'Nominated on', value: `${inWords(nominatedOn)}, from ${source.replaceAll('-', ' ')}` },
    ...(partners.length === 0 ? [] : [{ key: 'Partners', value: partners.map(({ name, role }) => `${name} (${role.replaceAll('-', ' ')})`).join(', ') }]),
    ...(place ? [{ key: 'Points', value: `${inHundredths(place.pointsHundredths)} of 100, from ${place.assessors} assessor${place.assessors === 1 ? '' : 's'}` }] : []),
    ...(place?.rank ? [{ key: 'Ranked', value: `${place.rank}, ${(placedInWords[place.placed ?? ''] ?? '').toLowerCase()}` }] : []),
    ...(award === null ? [] : [{ key: 'Award', value: award, href: link(visit, `/awards/${award}`) }]),
    ...(reason === null ? [] : [{ key: 'Reason', value: reason }]),
  ];
}

import { route as routeField } from '#domain/applications';
import type { TimelinePage } from '#views/audit';
import type { AnswersPage, ApplicationPage, Assessment, Contender, EligibilityPage } from '#views/registers';
import type { FormPage } from '#views/schemes';
import { pathOf } from '../../forms/command-paths.js';
import { applicationSteps, inLineSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { SummaryRow } from '../../layout/figures.js';
import { applicationStage, type ShownStage } from '../../layout/stages.js';
import { amounts, columns, words, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inHundredths, inWords, perCent } from '../../layout/words.js';
import { link, may, type Visit } from '../../visits/visit.js';
import { inLineRows, type PlaceInLine } from './in-line.js';
import { placedInWords } from '../rounds/round-model.js';
import { answersTable, screeningsTable, verdictsTable } from './what-it-says.js';

export interface ApplicationModel {
  readonly reference: string;
  readonly heading: string;
  readonly stage: ShownStage;
  readonly summary: readonly SummaryRow[];
  readonly actions: readonly Step[];
  readonly assessments: readonly { readonly heading: string; readonly comment: string | null; readonly table: Table }[] | undefined;
  readonly isScored: boolean;
  /** How it stands by the rules, and what it says. */
  readonly verdicts: Table | undefined;
  readonly screenings: Table | undefined;
  readonly answers: Table | undefined;
  readonly timeline: ShownTimeline | undefined;
}

interface Scored {
  /** All three undefined for those who may not see them. */
  readonly assessments: readonly Assessment[] | undefined;
  readonly place: Contender | undefined;
  readonly timeline: TimelinePage | undefined;
  readonly eligibility: EligibilityPage | undefined;
  /** Undefined for those who may not read it. */
  readonly answers: AnswersPage | undefined;
  readonly form: FormPage | undefined;
  readonly line: PlaceInLine;
  /** Digests of the files that are kept here. */
  readonly files: ReadonlySet<string>;
}

/** Who and what an application is for, and what its assessors gave. */
export function applicationModel(application: ApplicationPage, scored: Scored, visit: Visit): ApplicationModel {
  const { assessments, place, timeline, eligibility, answers, form, files } = scored;
  const { reference, organisationName, title, stage, criteria } = application;
  return {
    reference,
    heading: `${organisationName}: ${title}`,
    stage: applicationStage(stage),
    summary: [...summaryOf(application, place, visit), ...inLineRows(application.round, scored.line, visit)],
    actions: actionsOf(application, scored, visit),
    assessments: assessments?.map((each, i) => ({
      heading: `Assessor ${i + 1}: ${inHundredths(Math.round((each.points * 10_000) / each.outOf))} of 100 points, ${inWords(each.assessedOn)}`,
      comment: each.comment,
      table: {
        id: `scores-${i + 1}`, caption: `Scores of assessor ${i + 1}`, heads: [...columns('Criterion', 'Reason'), ...amounts('Weight', 'Score')],
        rows: each.scores.map(({ name, reason, weight, score }) => [words(name), words(reason ?? ''), words(perCent(weight)), words(score)]),
      },
    })),
    isScored: criteria.length > 0,
    verdicts: eligibility && verdictsTable(eligibility),
    screenings: eligibility && screeningsTable(eligibility),
    answers: answers && answersTable(answers, form, {
      kept: files,
      hrefOf: (question) => link(visit, `/applications/${reference}/files/${question}`),
      showsDigests: may(visit, 'audit:read'),
    }),
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

/** What may come next. What answers a form is sent again by that form, with its files; what answers none, by the form of the command. */
function actionsOf(application: ApplicationPage, scored: Scored, visit: Visit): readonly Step[] {
  const { reference, stage, round } = application;
  const names = [...(applicationSteps[stage] ?? []), ...inLineSteps].filter((step) => fits(step, application, scored, visit));
  const again = `/do/${pathOf('ResubmitApplication')}`;
  return stepsFor(visit, names, `/applications/${reference}`, reference)
    .map((step) => (scored.form && step.href.endsWith(again) ? { ...step, href: `/rounds/${round}/apply?again=${reference}` } : step));
}

/** One's own score is given once and then revised; without criteria nothing is scored, and a ranked round goes by its places. */
function fits(step: string, { criteria, returned }: ApplicationPage, { assessments, place, line }: Scored, { session }: Visit): boolean {
  const hasScored = assessments?.some(({ assessedBy }) => assessedBy === session?.actor) ?? false;
  switch (step) {
    case 'AssessApplication':
      return criteria.length > 0 && !hasScored;
    case 'ReviseAssessment':
      return hasScored;
    case 'TakeFromReserve':
      return place?.placed === 'reserve';
    case 'ReturnApplication':
      return returned === null;
    case 'JoinWaitingList':
      return line.mayJoin;
    case 'LeaveWaitingList':
      return line.turn !== undefined || line.keptSince !== undefined;
    case 'RecommendAward':
      return criteria.length === 0 || place?.placed === 'recommended';
    default:
      return true;
  }
}

function summaryOf(application: ApplicationPage, place: Contender | undefined, visit: Visit): readonly SummaryRow[] {
  const { organisation, organisationName, programme, round, roundName, nominatedOn, source, route, award, reason, partners, late, returned, sent } = application;
  return [
    { key: 'Organisation', value: `${organisationName} (${organisation})`, href: link(visit, `/organisations/${organisation}`) },
    { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}`) },
    { key: 'Round', value: `${roundName} (${round})`, href: link(visit, `/rounds/${round}`) },
    route === 'nomination' ? { key: 'Nominated on', value: `${inWords(nominatedOn)}, from ${source.replaceAll('-', ' ')}` } : { key: 'Sent on', value: `${inWords(nominatedOn)}, as ${routeField.spec.show(route)}${sent > 1 ? `; sent ${sent} times` : ''}` },
    ...(late === null ? [] : [{ key: 'Late because', value: late }]),
    ...(returned === null ? [] : [{ key: 'To be put right', value: returned }]),
    ...(partners.length === 0 ? [] : [{ key: 'Partners', value: partners.map(({ name, role }) => `${name} (${role.replaceAll('-', ' ')})`).join(', ') }]),
    ...(place && place.pointsHundredths !== null ? [{ key: 'Points', value: `${inHundredths(place.pointsHundredths)} of 100, from ${place.assessors} assessor${place.assessors === 1 ? '' : 's'}` }] : []),
    ...(place?.rank ? [{ key: 'Ranked', value: `${place.rank}, ${(placedInWords[place.placed ?? ''] ?? '').toLowerCase()}` }] : []),
    ...(award === null ? [] : [{ key: 'Award', value: award, href: link(visit, `/awards/${award}`) }]),
    ...(reason === null ? [] : [{ key: 'Reason', value: reason }]),
  ];
}

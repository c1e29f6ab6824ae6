import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { CohortBody, CohortRow, CohortSeen } from '#views/support';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { pagingOf } from '../../layout/paging.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { beforeIn, shownTimeline } from '../../layout/timeline.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { cohortModel } from './cohort-model.js';
import { cohortsModel } from './cohorts-model.js';

const columns: readonly Column<CohortRow>[] = [
  { title: 'Cohort', of: 'reference', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Label', of: 'label', kind: 'text' },
  { title: 'Theme', of: 'theme', kind: 'text' },
  { title: 'State', of: 'stage', kind: 'text' },
  { title: 'Starts on', of: 'startsOn', kind: 'text' },
  { title: 'Completed on', of: 'completedOn', kind: 'text' },
  { title: 'Places of everybody', of: 'places', kind: 'count' },
  { title: 'Our places', of: 'ours', kind: 'count' },
  { title: 'Booked', of: 'taken', kind: 'count' },
  { title: 'Waiting', of: 'waiting', kind: 'count' },
  { title: 'Graduates', of: 'graduates', kind: 'count' },
  { title: 'Alumni', of: 'alumni', kind: 'count' },
];
const ofOne: readonly Column<CohortBody>[] = [
  { title: 'Organisation', of: 'organisation', kind: 'text' },
  { title: 'Name', of: 'organisationName', kind: 'text' },
  { title: 'Places', of: 'places', kind: 'count' },
  { title: 'Booked on', of: 'bookedOn', kind: 'text' },
  { title: 'From', of: 'from', kind: 'text' },
  { title: 'Graduated', of: 'graduated', kind: 'count' },
  { title: 'Alumni', of: 'alumni', kind: 'count' },
];

/** Cohorts of a programme, and each of them: its places, who holds them and who waits. */
@Controller()
@Needs('register:read')
export class CohortsController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('programmes/:code/cohorts')
  async list(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const model = cohortsModel(code, await this.support.cohorts(visit, code), visit);
    return sectionsPage(`Cohorts of ${programme.name}`, model, { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('programmes/:code/cohorts'))
  async listFile(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  @Get(filesOf('cohorts/:ref'))
  async file(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheetOfOne(visit, ref));
  }

  @Get('cohorts/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const cohort = await this.#mustBe(visit, ref);
    const [programme, list, timeline] = await Promise.all([
      programmeNamed(this.reading, visit, cohort.programme), this.support.waitingList(visit, ref, pagingOf(visit)), this.reading.timeline(visit, ref, beforeIn(visit)),
    ]);
    return sectionsPage(cohort.name, cohortModel(cohort, { list, timeline: shownTimeline(timeline, visit, undefined) }, visit), {
      trail: [...trailOfProgramme(programme), { text: 'Cohorts', href: `/programmes/${cohort.programme}/cohorts` }],
      formats: ['csv', 'json'],
      takesAsOf: true,
      done: doneSentence(visit, timeline?.entries),
    });
  }

  async #mustBe(visit: Visit, ref: string): Promise<CohortSeen> {
    if (!isReference(ref, 'CH')) throw new NoSuchThing(`"${ref}" is not the reference of a cohort, like CH-2012-001`);
    const cohort = await this.support.cohort(visit, ref);
    if (!cohort) throw new NoSuchThing(visit.past || visit.soOn ? `There was no cohort ${ref} then` : `There is no cohort ${ref}`);
    return cohort;
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<CohortRow>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { cohorts } = await this.support.cohorts(visit, code);
    return { name: `cohorts-${code}`, columns, rows: cohorts, about: { title: `Cohorts of ${name}`, ...clocksOf(visit) } };
  }

  async #sheetOfOne(visit: Visit, ref: string): Promise<Sheet<CohortBody>> {
    const { name, bodies } = await this.#mustBe(visit, ref);
    return { name: ref, columns: ofOne, rows: bodies, about: { title: `Bodies in ${name}`, cohort: ref, ...clocksOf(visit) } };
  }
}

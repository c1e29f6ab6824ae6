import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { ApplicationRow } from '#views/registers';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { captionOf, everyRow, pagesAround, pagingOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { applicationStage, applicationStages } from '../../layout/stages.js';
import { columns as heads, linked, onDay, tagged, words, type Table } from '../../layout/table.js';
import { beforeIn } from '../../layout/timeline.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { applicationModel, type ApplicationModel } from './application-model.js';
import { digestsIn } from './what-it-says.js';
import { placeInLine } from './in-line.js';

const applicationPage = template<ApplicationModel>('pages/applications/application.njk');

interface ApplicationsModel {
  readonly table: Table | undefined;
  readonly stages: readonly { readonly value: string; readonly words: string }[];
  readonly filter: string | undefined;
  readonly filterWords: string | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const applicationsPage = template<ApplicationsModel>('pages/applications/applications.njk');

const columns: readonly Column<ApplicationRow>[] = [
  { title: 'Application', of: 'reference', kind: 'text' },
  { title: 'Programme', of: 'programme', kind: 'text' },
  { title: 'Round', of: 'round', kind: 'text' },
  { title: 'Organisation', of: 'organisationName', kind: 'text' },
  { title: 'Title', of: 'title', kind: 'text' },
  { title: 'Stage', of: 'stage', kind: 'text' },
  { title: 'Nominated on', of: 'nominatedOn', kind: 'text' },
  { title: 'Award', of: 'award', kind: 'text' },
];
const stageIn = ({ query }: Visit): string | undefined => applicationStages.find((each) => each === query['stage']);

/** Applications, and each of them: who is behind it, what assessors gave it and what became of it. */
@Controller()
@Needs('register:read')
export class ApplicationsController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
    private readonly house: HouseOf,
  ) {}

  @Get('applications')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const stage = stageIn(visit);
    const paging = pagingOf(visit);
    const { rows, total, more } = await this.reading.applications(visit, stage === undefined ? {} : { stage }, paging);
    const table: Table = {
      id: 'applications', caption: captionOf(['application', 'applications'], paging, rows.length, total, more), heads: heads('Application', 'Who and what', 'Round', 'Stage', 'Nominated on'),
      rows: rows.map((row) => [
        linked(row.reference, link(visit, `/applications/${row.reference}`)), words(`${row.organisationName}: ${row.title}`), linked(row.round, link(visit, `/rounds/${row.round}`), `of ${row.reference}`),
        tagged(applicationStage(row.stage)), onDay(row.nominatedOn),
      ]),
    };
    const model = {
      table: rows.length === 0 ? undefined : table, stages: applicationStages.map((value) => ({ value, words: applicationStage(value).words })),
      filter: stage, filterWords: stage && applicationStage(stage).words.toLowerCase(), paging: pagesAround(visit, paging, total),
    };
    return applicationsPage('Applications', model, { formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('applications'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('applications/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'AP')) throw new NoSuchThing(`"${ref}" is not the reference of an application, like AP-2012-001`);
    const application = await this.reading.application(visit, ref);
    if (!application) throw new NoSuchThing(visit.past || visit.soOn ? `There was no application ${ref} then` : `There is no application ${ref}`);
    const [assessments, competition, timeline, eligibility, answers, form, list, award] = await Promise.all([
      this.reading.assessments(visit, ref), this.reading.competition(visit, application.round, { application: ref }), this.reading.timeline(visit, ref, beforeIn(visit)),
      this.reading.eligibilityOf(visit, ref), this.reading.answersOf(visit, ref), this.reading.form(visit, application.round),
      this.support.waitingList(visit, application.round, { who: ref }), application.award === null ? undefined : this.reading.award(visit, application.award),
    ]);
    const files = new Set((await this.house.files.find(digestsIn(answers))).keys());
    const scored = { assessments, place: competition?.rows[0], timeline, eligibility, answers, form, files, line: placeInLine(application, list, award) };
    return applicationPage(`${application.organisationName}: ${application.title}`, applicationModel(application, scored, visit), {
      trail: [{ text: application.programme, href: `/programmes/${application.programme}` }, { text: application.roundName, href: `/rounds/${application.round}` }],
      takesAsOf: true,
      done: doneSentence(visit, timeline?.entries),
    });
  }

  async #sheet(visit: Visit): Promise<Sheet<ApplicationRow>> {
    const stage = stageIn(visit);
    const filter: Readonly<Record<string, string>> = stage === undefined ? {} : { stage };
    const rows = await everyRow(async (paging) => (await this.reading.applications(visit, filter, paging)).rows);
    return { name: 'applications', columns, rows, about: { title: 'Applications', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now', ...filter } };
  }
}

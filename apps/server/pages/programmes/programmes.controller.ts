import type { ProgrammeRow } from '#views/registers';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { programmeSavingsSteps, programmeSteps, stepsFor } from '../../forms/next-steps.js';
import { captionOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { beforeIn, shownTimeline } from '../../layout/timeline.js';
import { eventsOfMany, Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { awardLines } from '../awards/award-lines.js';
import { programmeModel, type ProgrammeModel } from './programme-model.js';

interface ProgrammesModel {
  readonly programmes: readonly { readonly code: string; readonly name: string; readonly purpose: string; readonly href: string }[];
}
/** Awards that a programme's own page shows; the list of awards has them all. */
const awardsOnPage = 20;
const programmesPage = template<ProgrammesModel>('pages/programmes/programmes.njk');
const programmePage = template<ProgrammeModel>('pages/programmes/programme.njk');

const columns: readonly Column<ProgrammeRow>[] = [
  { title: 'Programme', of: 'code', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Purpose', of: 'purpose', kind: 'text' },
  { title: 'Ceiling of one award (£)', of: 'awardCeilingMinor', kind: 'money' },
  { title: 'Agreement', of: 'instrument', kind: 'text' },
];

@Controller()
@Needs('register:read')
export class ProgrammesController {
  constructor(private readonly reading: Reading) {}

  @Get('programmes')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const programmes = await this.reading.programmes(visit);
    return programmesPage('Programmes', { programmes: programmes.map((each) => ({ ...each, href: link(visit, `/programmes/${each.code}`) })) }, { formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('programmes'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('programmes/:code')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await this.reading.programme(visit, code);
    if (!programme) throw new NoSuchThing(visit.past || visit.soOn ? `There was no programme ${code} then` : `There is no programme ${code}`);
    const paging = { page: 1, size: awardsOnPage };
    const page = `/programmes/${code}`;
    const [{ rows, total, more }, timeline] = await Promise.all([this.reading.awards(visit, { programme: code }, paging), this.reading.timeline(visit, code, beforeIn(visit), eventsOfMany)]);
    const shown = {
      awards: awardLines(rows, visit),
      caption: captionOf(['award', 'awards'], paging, rows.length, total, more),
      // A scheme is designed a question at a time; all of it on one page is offered beside that, by the page of the terms.
      actions: stepsFor(visit, programmeSteps, page, code).map((step) =>
        step.href === `${page}/do/design-scheme` ? { ...step, href: `${page}/design` } : step),
      savingsActions: stepsFor(visit, programmeSavingsSteps, page, `of ${code}`),
      timeline: shownTimeline(timeline, visit, undefined),
    };
    return programmePage(programme.name, programmeModel(programme, shown, visit), { trail: [{ text: 'Programmes', href: '/programmes' }], takesAsOf: true, done: doneSentence(visit, timeline?.entries) });
  }

  async #sheet(visit: Visit): Promise<Sheet<ProgrammeRow>> {
    return { name: 'programmes', columns, rows: await this.reading.programmes(visit), about: { title: 'Programmes', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' } };
  }
}

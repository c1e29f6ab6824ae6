import { Controller, Get, Param, Req } from '@nestjs/common';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { programmeSteps, stepsFor } from '../../forms/next-steps.js';
import { captionOf, pageSize } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type VisitedRequest } from '../../visits/visit.js';
import { awardLines } from '../awards/award-lines.js';
import { programmeModel, type ProgrammeModel } from './programme-model.js';

interface ProgrammesModel {
  readonly programmes: readonly { readonly code: string; readonly name: string; readonly purpose: string; readonly href: string }[];
}
const programmesPage = template<ProgrammesModel>('pages/programmes/programmes.njk');
const programmePage = template<ProgrammeModel>('pages/programmes/programme.njk');

@Controller('programmes')
@Needs('register:read')
export class ProgrammesController {
  constructor(private readonly reading: Reading) {}

  @Get()
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const programmes = await this.reading.programmes(visit);
    return programmesPage('Programmes', { programmes: programmes.map((each) => ({ ...each, href: link(visit, `/programmes/${each.code}`) })) });
  }

  @Get(':code')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await this.reading.programme(visit, code);
    if (!programme) throw new NoSuchThing(visit.past ? `There was no programme ${code} at ${visit.past.words}` : `There is no programme ${code}`);
    const paging = { page: 1, size: pageSize };
    const { rows, total } = await this.reading.awards(visit, { programme: code }, paging);
    const actions = stepsFor(visit, programmeSteps, `/programmes/${code}`, code);
    return programmePage(programme.name, programmeModel(programme, awardLines(rows, visit), captionOf(['award', 'awards'], paging, rows.length, total), actions, visit), {
      trail: [{ text: 'Programmes', href: '/programmes' }],
      done: doneSentence(visit),
    });
  }
}

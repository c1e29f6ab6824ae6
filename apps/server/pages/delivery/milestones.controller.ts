import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Reached } from '#views/delivery';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { Reading } from '../../reading/reading.js';
import { ReadingDelivery } from '../../reading/reading-delivery.js';
import { Needs } from '../../security/needs.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { milestonesModel } from './milestones-model.js';

const columns: readonly Column<Reached>[] = [
  { title: 'On', of: 'on', kind: 'text' },
  { title: 'Kind', of: 'kind', kind: 'text' },
  { title: 'What', of: 'title', kind: 'text' },
  { title: 'Planned for', of: 'plannedOn', kind: 'text' },
  { title: 'Document', of: 'document', kind: 'text' },
];

/** What a programme reached and how it was judged, apart from its awards. */
@Controller('programmes/:code')
@Needs('register:read')
export class MilestonesController {
  constructor(
    private readonly reading: Reading,
    private readonly delivering: ReadingDelivery,
  ) {}

  @Get('milestones')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const model = milestonesModel(code, await this.delivering.milestones(visit, code), visit);
    return sectionsPage(
      `Milestones and decisions of ${programme.name}`, model,
      { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true },
    );
  }

  @Get(filesOf('milestones'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<Reached>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { reached: rows } = await this.delivering.milestones(visit, code);
    return {
      name: `milestones-${code}`, columns, rows,
      about: { title: `Milestones of ${name}`, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' },
    };
  }
}

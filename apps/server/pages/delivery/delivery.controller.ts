import { Controller, Get, Param, Req } from '@nestjs/common';
import type { AwardInPhases } from '#views/delivery';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { Reading } from '../../reading/reading.js';
import { ReadingDelivery } from '../../reading/reading-delivery.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { conditionalSection, phasesSection, tagsSection } from './delivery-sections.js';

type Line = Omit<AwardInPhases, 'awaits'> & { readonly awaits: string };
const columns: readonly Column<Line>[] = [
  { title: 'Award', of: 'award', kind: 'text' },
  { title: 'Round', of: 'round', kind: 'text' },
  { title: 'Recipient', of: 'recipientName', kind: 'text' },
  { title: 'Phase', of: 'phase', kind: 'text' },
  { title: 'Since', of: 'sinceOn', kind: 'text' },
  { title: 'Comes next', of: 'next', kind: 'text' },
  { title: 'Waits for', of: 'awaits', kind: 'text' },
];

/** How far the awards of a programme have come, and what is named for them that nobody has committed. */
@Controller('programmes/:code')
@Needs('register:read')
export class DeliveryController {
  constructor(
    private readonly reading: Reading,
    private readonly delivering: ReadingDelivery,
  ) {}

  @Get('delivery')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const [phases, conditional, tags] = await Promise.all(
      [this.delivering.phases(visit, code), this.delivering.conditional(visit, code), this.delivering.tags(visit, code)],
    );
    const model = {
      caption: code, lead: 'How far its awards have come, what they wait for, and which later years are only named.', actions: [],
      summary: [
        { key: 'Reports', value: 'What awards owe for a period', href: link(visit, `/programmes/${code}/reports`) },
        { key: 'Milestones', value: 'Milestones, ratings and decisions', href: link(visit, `/programmes/${code}/milestones`) },
      ],
      sections: [phasesSection(phases, visit), conditionalSection(conditional, visit), tagsSection(tags, visit)],
    };
    return sectionsPage(`Delivery of ${programme.name}`, model, { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('delivery'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<Line>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { awards } = await this.delivering.phases(visit, code);
    const rows = awards.map((each) => ({ ...each, awaits: each.awaits.join('; ') }));
    return {
      name: `delivery-${code}`, columns, rows,
      about: { title: `Delivery of ${name}`, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' },
    };
  }
}

import { Controller, Get, Param, Req } from '@nestjs/common';
import type { AwardDays } from '#views/support';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, thenOrNow, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { awardsTable, daysFigures } from './days-tables.js';

const columns: readonly Column<AwardDays>[] = [
  { title: 'Award', of: 'award', kind: 'text' },
  { title: 'Recipient', of: 'recipientName', kind: 'text' },
  { title: 'Days approved', of: 'approvedHundredths', kind: 'days' },
  { title: 'Days worked', of: 'loggedHundredths', kind: 'days' },
  { title: 'Days released', of: 'releasedHundredths', kind: 'days' },
  { title: 'Days left', of: 'leftHundredths', kind: 'days' },
  { title: 'Value of the worked days (£), which is no money', of: 'valueMinor', kind: 'money' },
  { title: 'Valued for', of: 'valuedFor', kind: 'text' },
];

const none = 'No award of the programme has days. Where its scheme gives days of an expert’s help, whoever approves an award says how many; then they appear here.';

/** Days of help that a programme's awards were given: approved, worked, released and left. */
@Controller('programmes/:code')
@Needs('register:read')
export class DaysController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('days')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const { total, awards } = await this.support.days(visit, code);
    const model = {
      caption: code,
      lead: 'Days are help in kind. What they count for is a figure of its own: it is never added to money.',
      figures: awards.length === 0 ? [] : daysFigures(total, code, visit),
      actions: [],
      sections: [{ id: 'awards', heading: 'Awards', tables: awards.length === 0 ? [] : [awardsTable(awards, visit)], empty: thenOrNow(visit, 'No award had been given days yet.', none) }],
    };
    return sectionsPage(`Days of ${programme.name}`, model, { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('days'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<AwardDays>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { awards } = await this.support.days(visit, code);
    return { name: `days-${code}`, columns, rows: awards, about: { title: `Days of ${name}`, ...clocksOf(visit) } };
  }
}

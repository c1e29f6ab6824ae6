import { Controller, Get, Param, Req } from '@nestjs/common';
import type { AdviceRow, AdviceSeen } from '#views/support';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { adviceSteps, stepsFor } from '../../forms/next-steps.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { amounts, columns as heads, linked, onDay, words, type Cell, type Table } from '../../layout/table.js';
import { inDays, many } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, link, thenOrNow, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';

const columns: readonly Column<AdviceRow>[] = [
  { title: 'Advice', of: 'reference', kind: 'text' },
  { title: 'On what', of: 'topic', kind: 'text' },
  { title: 'On', of: 'on', kind: 'text' },
  { title: 'Organisation', of: 'organisation', kind: 'text' },
  { title: 'Name', of: 'organisationName', kind: 'text' },
  { title: 'Bodies, at least', of: 'least', kind: 'count' },
  { title: 'Bodies, at most', of: 'most', kind: 'count' },
  { title: 'Expert', of: 'expert', kind: 'text' },
  { title: 'Days', of: 'daysHundredths', kind: 'days' },
];

const none = 'No advice without an award is recorded. A programme officer records on what it was and who had it.';
const between = ({ least, most }: AdviceSeen['bodies']): string => (least === most ? String(least) : `${least} to ${most}`);

/** Advice that a programme gave without an award: on what, to whom or to how many. */
@Controller('programmes/:code')
@Needs('register:read')
export class AdviceController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('advice')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const { advice, bodies, daysHundredths } = await this.support.advice(visit, code);
    const figures = [
      { label: 'Advice given', value: many(advice.length, 'time', 'times') },
      { label: 'Bodies that had it', value: between(bodies), note: 'one that came twice counts once where it is named' },
      { label: 'Days', value: inDays(daysHundredths), note: 'never added to money' },
    ];
    const empty = thenOrNow(visit, 'No advice had been given yet.', none);
    const model = {
      caption: code, figures: advice.length === 0 ? [] : figures, actions: stepsFor(visit, adviceSteps, `/programmes/${code}`, `of ${code}`),
      sections: [{ id: 'advice', heading: 'Advice without an award', tables: advice.length === 0 ? [] : [adviceTable(advice, code, visit)], empty }],
    };
    return sectionsPage(`Advice of ${programme.name}`, model, { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('advice'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<AdviceRow>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { advice } = await this.support.advice(visit, code);
    return { name: `advice-${code}`, columns, rows: advice, about: { title: `Advice of ${name}`, ...clocksOf(visit) } };
  }
}

function adviceTable(advice: readonly AdviceRow[], code: string, visit: Visit): Table {
  const to = ({ reference, organisation, organisationName, least, most }: AdviceRow): Cell =>
    organisation === null
      ? words(`${between({ least: least ?? 0, most: most ?? 0 })} bodies, not named`)
      : linked(organisationName ?? organisation, link(visit, `/organisations/${organisation}`), `of ${reference}`);
  return {
    id: 'advice-of', caption: many(advice.length, 'time', 'times'), heads: [...heads('Advice', 'On what', 'On', 'Who had it', 'Expert'), ...amounts('Days')],
    rows: advice.map((each) => [
      { ...words(each.reference), isWhole: true }, words(each.topic), onDay(each.on), to(each),
      each.expert === null ? words('') : linked(each.expert, link(visit, `/programmes/${code}/experts`), `of ${each.reference}`),
      words(each.daysHundredths === null ? 'not recorded' : inDays(each.daysHundredths)),
    ]),
  };
}

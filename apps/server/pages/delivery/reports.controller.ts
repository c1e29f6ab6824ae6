import { Controller, Get, Param, Req } from '@nestjs/common';
import { londonDate, type IsoDate, type Problem } from '#kernel';
import type { ReportRow, Reports } from '#views/delivery';
import { BadRequest } from '../../errors/troubles.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Figure } from '../../layout/figures.js';
import { template, type Reply } from '../../layout/reply.js';
import { outputStage, type ShownStage } from '../../layout/stages.js';
import { columns as heads, linked, onDay, tagged, words, type Table } from '../../layout/table.js';
import { Reading } from '../../reading/reading.js';
import { ReadingDelivery } from '../../reading/reading-delivery.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';

interface ReportsModel {
  readonly code: string;
  readonly period: string | undefined;
  readonly isPeriod: boolean;
  readonly figures: readonly Figure[];
  readonly table: Table | undefined;
}
const reportsPage = template<ReportsModel>('pages/delivery/reports.njk');

const columns: readonly Column<ReportRow>[] = [
  { title: 'Award', of: 'award', kind: 'text' },
  { title: 'Recipient', of: 'recipientName', kind: 'text' },
  { title: 'Report', of: 'name', kind: 'text' },
  { title: 'Due on', of: 'dueOn', kind: 'text' },
  { title: 'Received on', of: 'receivedOn', kind: 'text' },
  { title: 'State', of: 'stage', kind: 'text' },
  { title: 'Document', of: 'document', kind: 'text' },
];

const longest = 20;
const periodIn = ({ query }: Visit): string | undefined => (query['period'] ?? '').trim().slice(0, longest) || undefined;

/** The reports that the awards of a programme owe for a period: what came, what is overdue. */
@Controller('programmes/:code')
@Needs('register:read')
export class ReportsController {
  constructor(
    private readonly reading: Reading,
    private readonly delivering: ReadingDelivery,
    private readonly house: HouseOf,
  ) {}

  @Get('reports')
  async show(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const period = periodIn(visit);
    const found = await this.delivering.reports(visit, code, period);
    const { reports } = found ?? { reports: [] };
    const on = visit.soOn?.asOf.on ?? londonDate(this.house.clock.now());
    const model = {
      code, period, isPeriod: found !== undefined, figures: reports.length === 0 ? [] : figuresOf(reports, on),
      table: reports.length === 0 ? undefined : tableOf(reports, on, visit),
    };
    return reportsPage(`Reports of ${programme.name}`, model, {
      trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true,
      ...(found ? {} : { status: 400, problems: [{ ...noPeriod(period), anchor: 'period' }] }),
    });
  }

  @Get(filesOf('reports'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #reports(visit: Visit, code: string): Promise<Reports> {
    const found = await this.delivering.reports(visit, code, periodIn(visit));
    if (!found) throw new BadRequest([noPeriod(periodIn(visit))]);
    return found;
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<ReportRow>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { reports: rows, period } = await this.#reports(visit, code);
    const about = { title: `Reports of ${name}`, period: period ?? 'what comes once', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' };
    return { name: `reports-${code}`, columns, rows, about };
  }
}

const noPeriod = (written = ''): Problem => (
  { field: 'period', message: `"${written}" is no period. Write a month like 2012-06, a quarter like FY1213-Q1 or a year like FY1213` }
);

const isOverdue = ({ receivedOn, dueOn }: ReportRow, on: IsoDate): boolean => receivedOn === null && dueOn < on;

const figuresOf = (reports: readonly ReportRow[], on: IsoDate): readonly Figure[] => {
  const late = reports.filter(({ isLate }) => isLate).length;
  return [
    { label: 'Due', value: String(reports.length) },
    {
      label: 'Received', value: String(reports.filter(({ receivedOn }) => receivedOn !== null).length),
      ...(late === 0 ? {} : { note: `${late} of them late` }),
    },
    { label: 'Overdue', value: String(reports.filter((each) => isOverdue(each, on)).length) },
  ];
};

function stateOf(report: ReportRow, on: IsoDate): ShownStage {
  if (report.stage !== null) return outputStage(report.stage);
  if (isOverdue(report, on)) return { words: 'Overdue', tone: 'wrong' };
  return { words: 'Not due yet', tone: 'waiting' };
}

const tableOf = (reports: readonly ReportRow[], on: IsoDate, visit: Visit): Table => ({
  id: 'reports', caption: 'Every award that owes one', heads: heads('Award', 'Recipient', 'Report', 'State', 'Due on', 'Received on', 'Document'),
  rows: reports.map((each) => [
    linked(each.award, link(visit, `/awards/${each.award}#delivery`), each.name), words(each.recipientName), words(each.name), tagged(stateOf(each, on)),
    onDay(each.dueOn), { ...onDay(each.receivedOn), ...(each.isLate ? { text: `${onDay(each.receivedOn).text}, late` } : {}) }, words(each.document ?? ''),
  ]),
});

import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference, londonDate } from '#kernel';
import type { FundingRow } from '#views/funding';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { beforeIn, shownTimeline } from '../../layout/timeline.js';
import { Reading } from '../../reading/reading.js';
import { ReadingDelivery } from '../../reading/reading-delivery.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { fundingModel } from './funding-model.js';
import { fundingsModel } from './fundings-model.js';

const columns: readonly Column<FundingRow>[] = [
  { title: 'Funding', of: 'funding', kind: 'text' },
  { title: 'Funder', of: 'funderName', kind: 'text' },
  { title: 'Purpose', of: 'purpose', kind: 'text' },
  { title: 'Held by', of: 'heldBy', kind: 'text' },
  { title: 'From', of: 'fromOn', kind: 'text' },
  { title: 'Until', of: 'untilOn', kind: 'text' },
  { title: 'Qualifier', of: 'qualifier', kind: 'text' },
  { title: 'Amount (£)', of: 'amountMinor', kind: 'money' },
  { title: 'Given a use (£)', of: 'assignedMinor', kind: 'money' },
  { title: 'Spent (£)', of: 'incurredMinor', kind: 'money' },
  { title: 'Claimed (£)', of: 'claimedMinor', kind: 'money' },
  { title: 'Paid back (£)', of: 'receivedMinor', kind: 'money' },
  { title: 'Our cost (£)', of: 'netCostMinor', kind: 'money' },
];

/** Money of outside funders: of a programme, and each funding with all that became of it. */
@Controller()
@Needs('register:read')
export class FundingController {
  constructor(
    private readonly reading: Reading,
    private readonly delivering: ReadingDelivery,
    private readonly house: HouseOf,
  ) {}

  @Get('programmes/:code/fundings')
  async list(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const [funding, claims] = await Promise.all([this.delivering.fundings(visit, code), this.delivering.claims(visit, code)]);
    return sectionsPage(
      `Outside funding of ${programme.name}`, fundingsModel(code, funding, claims, visit),
      { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true },
    );
  }

  @Get(filesOf('programmes/:code/fundings'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  @Get('fundings/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'FN')) throw new NoSuchThing(`"${ref}" is not the reference of a funding, like FN-2012-001`);
    const funding = await this.delivering.funding(visit, ref);
    if (!funding) throw new NoSuchThing(visit.past || visit.soOn ? `There was no funding ${ref} then` : `There is no funding ${ref}`);
    const [programme, timeline] = await Promise.all(
      [programmeNamed(this.reading, visit, funding.programme), this.reading.timeline(visit, ref, beforeIn(visit))],
    );
    const today = visit.soOn?.asOf.on ?? londonDate(this.house.clock.now());
    const model = fundingModel(funding, { today, timeline: shownTimeline(timeline, visit, undefined) }, visit);
    const trail = [...trailOfProgramme(programme), { text: 'Outside funding', href: `/programmes/${funding.programme}/fundings` }];
    return sectionsPage(`Funding by ${funding.funderName}`, model, { trail, takesAsOf: true, done: doneSentence(visit, timeline?.entries) });
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<FundingRow>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const { fundings } = await this.delivering.fundings(visit, code);
    return {
      name: `fundings-${code}`, columns, rows: fundings,
      about: { title: `Outside funding of ${name}`, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' },
    };
  }
}

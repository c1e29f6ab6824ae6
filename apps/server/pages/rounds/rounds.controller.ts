import { Controller, Get, Param, Req } from '@nestjs/common';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { everyRow, pagingOf, type Paging } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { beforeIn } from '../../layout/timeline.js';
import { inHundredths } from '../../layout/words.js';
import { eventsOfMany, Reading, type Rows } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { roundModel, type Listed, type RoundModel } from './round-model.js';
import { roundNamed } from './round-named.js';

const roundPage = template<RoundModel>('pages/rounds/round.njk');

type Line = Listed & { readonly points?: string };
const columns: readonly Column<Line>[] = [
  { title: 'Application', of: 'reference', kind: 'text' },
  { title: 'Organisation', of: 'organisationName', kind: 'text' },
  { title: 'Title', of: 'title', kind: 'text' },
  { title: 'Stage', of: 'stage', kind: 'text' },
  { title: 'Nominated on', of: 'nominatedOn', kind: 'text' },
];
const scored: readonly Column<Line>[] = [
  { title: 'Rank', of: 'rank', kind: 'count' },
  { title: 'Placed', of: 'placed', kind: 'text' },
  { title: 'Points of 100', of: 'points', kind: 'text' },
  { title: 'Assessors', of: 'assessors', kind: 'count' },
];

/** A round of applications: its terms, what they are scored on, and how they were ranked. */
@Controller('rounds')
@Needs('register:read')
export class RoundsController {
  constructor(private readonly reading: Reading) {}

  @Get(filesOf(':ref'))
  async file(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, ref));
  }

  @Get(':ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const round = await roundNamed(this.reading, visit, ref);
    const [{ listed, mayScore }, timeline, form, intake] = await Promise.all([
      this.#listed(visit, ref, pagingOf(visit)), this.reading.timeline(visit, ref, beforeIn(visit), eventsOfMany), this.reading.form(visit, ref), this.reading.intake(visit, ref),
    ]);
    return roundPage(`${round.programmeName}: ${round.name}`, roundModel(round, { listed, mayScore, timeline, hasForm: form !== undefined, intake }, visit), {
      trail: [{ text: 'Programmes', href: '/programmes' }, { text: round.programmeName, href: `/programmes/${round.programme}` }],
      takesAsOf: true,
      formats: ['csv', 'json'],
      done: doneSentence(visit, timeline?.entries),
    });
  }

  /** Best first for those who may see points and places, once there is a ranking. */
  async #listed(visit: Visit, ref: string, paging: Paging): Promise<{ readonly listed: Rows<Listed>; readonly mayScore: boolean }> {
    const competing = await this.reading.competition(visit, ref, paging);
    return { listed: competing ?? (await this.reading.applications(visit, { round: ref }, paging)), mayScore: competing !== undefined };
  }

  /** All applications of the round, however many pages they fill. */
  async #sheet(visit: Visit, ref: string): Promise<Sheet<Line>> {
    const { name } = await roundNamed(this.reading, visit, ref);
    let isScored = false;
    const rows = await everyRow(async (paging) => {
      const { listed, mayScore } = await this.#listed(visit, ref, paging);
      isScored = mayScore;
      return listed.rows.map((each): Line => (typeof each.pointsHundredths === 'number' ? { ...each, points: inHundredths(each.pointsHundredths) } : each));
    });
    const about = { title: `Applications for ${name}`, round: ref, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' };
    return { name: ref, columns: isScored ? [...columns, ...scored] : columns, rows, about };
  }
}

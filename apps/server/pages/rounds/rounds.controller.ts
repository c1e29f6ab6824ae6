import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { ApplicationRow, Contender, RoundPage } from '#views/registers';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { csvOf, jsonOf, type Column, type Sheet } from '../../formats/sheet.js';
import { template, type Reply } from '../../layout/reply.js';
import { beforeIn } from '../../layout/timeline.js';
import { inHundredths } from '../../layout/words.js';
import { eventsOfMany, Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { roundModel, type RoundModel } from './round-model.js';

const roundPage = template<RoundModel>('pages/rounds/round.njk');

type Line = Pick<ApplicationRow, 'reference' | 'organisationName' | 'title' | 'stage' | 'nominatedOn'> & Partial<Pick<Contender, 'rank' | 'placed' | 'assessors'>> & { readonly points?: string };
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

  @Get(':ref.csv')
  async csv(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    return csvOf(await this.#sheet(visitOf(request), ref));
  }

  @Get(':ref.json')
  async json(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    return jsonOf(await this.#sheet(visitOf(request), ref));
  }

  @Get(':ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const round = await this.#mustBe(visit, ref);
    const [competition, timeline] = await Promise.all([this.reading.competition(visit, ref), this.reading.timeline(visit, ref, beforeIn(visit), eventsOfMany)]);
    return roundPage(`${round.programmeName}: ${round.name}`, roundModel(round, competition, timeline, visit), {
      trail: [{ text: 'Programmes', href: '/programmes' }, { text: round.programmeName, href: `/programmes/${round.programme}` }],
      takesAsOf: true,
      formats: ['csv', 'json'],
      done: doneSentence(visit, timeline?.entries),
    });
  }

  async #mustBe(visit: Visit, ref: string): Promise<RoundPage> {
    if (!isReference(ref, 'RD')) throw new NoSuchThing(`"${ref}" is not the reference of a round, like RD-2012-001`);
    const round = await this.reading.round(visit, ref);
    if (!round) throw new NoSuchThing(visit.past || visit.soOn ? `There was no round ${ref} then` : `There is no round ${ref}`);
    return round;
  }

  /** The applications of the round; with points and places for those who may see them. */
  async #sheet(visit: Visit, ref: string): Promise<Sheet<Line>> {
    const round = await this.#mustBe(visit, ref);
    const competition = await this.reading.competition(visit, ref);
    const rows = round.applications.map((each): Line => {
      const place = competition?.find(({ application }) => application === each.reference);
      return { ...each, ...(place ? { rank: place.rank, placed: place.placed, assessors: place.assessors, points: inHundredths(place.pointsHundredths) } : {}) };
    });
    const about = { title: `Applications for ${round.name}`, round: ref, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' };
    return { name: ref, columns: competition ? [...columns, ...scored] : columns, rows, about };
  }
}

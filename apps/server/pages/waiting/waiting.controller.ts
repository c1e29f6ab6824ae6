import { Controller, Get, Param, Req } from '@nestjs/common';
import type { WaitingList, WaitingRow } from '#views/choosing';
import type { RoundPage } from '#views/registers';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { stepsFor, waitingSteps, type Step } from '../../forms/next-steps.js';
import type { Figure } from '../../layout/figures.js';
import { everyRow, pagesAround, pagingOf } from '../../layout/paging.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { many } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { roundNamed, trailOfRound } from '../rounds/round-named.js';
import { waitingSections } from './waiting-tables.js';

const columns: readonly Column<WaitingRow>[] = [
  { title: 'Turn', of: 'turn', kind: 'count' },
  { title: 'Application', of: 'who', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Places', of: 'places', kind: 'count' },
  { title: 'Waits since', of: 'joinedOn', kind: 'text' },
  { title: 'Place kept since', of: 'calledOn', kind: 'text' },
  { title: 'Why', of: 'because', kind: 'text' },
];

/** Who waits for a place of a round: the order, and who was called and why. A cohort shows its own list on its page. */
@Controller('rounds/:ref')
@Needs('register:read')
export class WaitingController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('waiting-list')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const round = await roundNamed(this.reading, visit, ref);
    const paging = pagingOf(visit);
    const list = await this.support.waitingList(visit, ref, paging);
    const sections = waitingSections(list, emptyOf(list, visit), visit);
    const model = { caption: ref, figures: figuresOf(list), actions: actionsOf(list, round, visit), sections, paging: pagesAround(visit, paging, list.total) };
    return sectionsPage(`Waiting list of ${round.name}`, model, { trail: trailOfRound(round), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('waiting-list'))
  async file(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, ref));
  }

  async #sheet(visit: Visit, ref: string): Promise<Sheet<WaitingRow>> {
    const { name } = await roundNamed(this.reading, visit, ref);
    const rows = await everyRow(async (paging) => (await this.support.waitingList(visit, ref, paging)).rows);
    return { name: `waiting-list-${ref}`, columns, rows, about: { title: `Waiting list of ${name}`, round: ref, ...clocksOf(visit) } };
  }
}

function figuresOf({ capacity, taken, free, kept, waiting, moreWaiting }: WaitingList): readonly Figure[] {
  if (capacity === null) return [];
  return [
    { label: 'Room for', value: many(capacity, 'award', 'awards') },
    { label: 'Places taken', value: String(taken ?? 0) },
    { label: 'Kept for those called', value: String(kept) },
    { label: 'Free', value: String(free ?? 0) },
    { label: 'Waiting', value: moreWaiting ? `more than ${waiting}` : String(waiting) },
  ];
}

/** Nobody is called where nobody waits or nothing is free; where somebody waits, more room is what helps. */
function actionsOf({ capacity, free, waiting }: WaitingList, { reference, isOpen, name }: RoundPage, visit: Visit): readonly Step[] {
  if (capacity === null || !isOpen) return [];
  return stepsFor(visit, waitingSteps.filter((step) => step !== 'AdvanceWaitingList' || ((free ?? 0) > 0 && waiting > 0)), `/rounds/${reference}`, name);
}

const unlimited = {
  called: 'The terms of this round do not say how many awards there is room for, so no place is kept.',
  waiting: 'Nobody waits: a list is kept where the terms of a round give it a capacity.',
};
const nobody = {
  called: 'No place is kept for anybody.',
  waiting: 'Nobody waits. Once no place is left, whoever sees to the round puts an application on the list from its page.',
};

function emptyOf({ capacity }: WaitingList, visit: Visit): { readonly called: string; readonly waiting: string } {
  if (visit.past || visit.soOn) return { called: 'No place was kept for anybody.', waiting: 'Nobody waited.' };
  return capacity === null ? unlimited : nobody;
}

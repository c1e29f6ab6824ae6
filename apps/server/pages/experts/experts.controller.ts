import { Controller, Get, Param, Req } from '@nestjs/common';
import type { ExpertRow } from '#views/registers';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { poolSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import { template, type Reply } from '../../layout/reply.js';
import { columns as heads, onDay, tagged, words, type Table } from '../../layout/table.js';
import { inWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';

interface ExpertsModel {
  readonly code: string;
  readonly actions: readonly Step[];
  readonly table: Table | undefined;
  readonly helped: readonly { readonly href: string; readonly award: string; readonly text: string }[];
}
const expertsPage = template<ExpertsModel>('pages/experts/experts.njk');

type Line = Omit<ExpertRow, 'awards'> & { readonly awards: string };
const columns: readonly Column<Line>[] = [
  { title: 'Expert', of: 'reference', kind: 'text' },
  { title: 'What they do', of: 'title', kind: 'text' },
  { title: 'State', of: 'stage', kind: 'text' },
  { title: 'Added on', of: 'addedOn', kind: 'text' },
  { title: 'Removed on', of: 'removedOn', kind: 'text' },
  { title: 'Awards', of: 'awards', kind: 'text' },
];

/** The pool of experts of a programme: what they do, never who they are. */
@Controller('programmes/:code')
@Needs('register:read')
export class ExpertsController {
  constructor(private readonly reading: Reading) {}

  @Get('experts')
  async pool(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const { name, experts } = await this.#poolOf(visit, code);
    const table: Table = {
      id: 'experts', caption: `${experts.length} expert${experts.length === 1 ? '' : 's'}`, heads: heads('Expert', 'What they do', 'State', 'Since', 'Helps'),
      rows: experts.map(({ reference, title, stage, addedOn, removedOn, reason, awards }) => [
        { ...words(reference), isWhole: true }, words(title), tagged(stage === 'in-pool' ? { words: 'In the pool', tone: 'open' } : { words: 'Removed', tone: 'ended' }),
        removedOn === null ? onDay(addedOn) : words(`${inWords(removedOn)}: ${reason ?? ''}`), words(awards.length === 0 ? 'no award now' : `${awards.length} award${awards.length === 1 ? '' : 's'}`),
      ]),
    };
    const helped = experts.flatMap(({ title, awards }) => awards.map(({ award, recipientName, sinceOn }) => ({ award, href: link(visit, `/awards/${award}#experts`), text: `${recipientName}: ${title}, since ${inWords(sinceOn)}` })));
    return expertsPage(`Experts of ${name}`, { code, actions: stepsFor(visit, poolSteps, `/programmes/${code}`, `of ${code}`), table: experts.length === 0 ? undefined : table, helped }, {
      trail: trailOfProgramme({ code, name }),
      formats: ['csv', 'json'],
      takesAsOf: true,
    });
  }

  @Get(filesOf('experts'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  async #poolOf(visit: Visit, code: string): Promise<{ readonly name: string; readonly experts: readonly ExpertRow[] }> {
    const { name } = await programmeNamed(this.reading, visit, code);
    return { name, experts: await this.reading.experts(visit, code) };
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<Line>> {
    const { name, experts } = await this.#poolOf(visit, code);
    const rows = experts.map((each): Line => ({ ...each, awards: each.awards.map(({ award }) => award).join(' ') }));
    return { name: `experts-${code}`, columns, rows, about: { title: `Experts of ${name}`, knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now' } };
  }
}

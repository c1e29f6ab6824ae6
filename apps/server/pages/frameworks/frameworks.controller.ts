import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { FrameworkRow } from '#views/support';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { frameworksSteps, stepsFor } from '../../forms/next-steps.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage } from '../../layout/section.js';
import { amounts, columns as heads, linked, onDay, tagged, words, type Table } from '../../layout/table.js';
import { beforeIn, shownTimeline } from '../../layout/timeline.js';
import { many } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, link, thenOrNow, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { programmeNamed, trailOfProgramme } from '../programmes/programme-named.js';
import { callersInWords, chargeInWords, frameworkModel, frameworkStage } from './framework-model.js';

interface Line extends Pick<FrameworkRow, 'reference' | 'name' | 'stage' | 'launchedOn' | 'chargeMinor' | 'callers'> {
  readonly members: number;
  readonly callOffs: number;
}
const columns: readonly Column<Line>[] = [
  { title: 'Framework', of: 'reference', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'State', of: 'stage', kind: 'text' },
  { title: 'Launched on', of: 'launchedOn', kind: 'text' },
  { title: 'Charge for its use (£)', of: 'chargeMinor', kind: 'money' },
  { title: 'Members', of: 'members', kind: 'count' },
  { title: 'Call-offs', of: 'callOffs', kind: 'count' },
  { title: 'Bodies that called off', of: 'callers', kind: 'count' },
];

const none = 'No framework is planned yet. A programme manager plans one and launches it; then bodies join it and call off from it.';

/** Frameworks of a programme, and each of them: who joined it and who called off. */
@Controller()
@Needs('register:read')
export class FrameworksController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('programmes/:code/frameworks')
  async list(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const programme = await programmeNamed(this.reading, visit, code);
    const frameworks = await this.support.frameworks(visit, code);
    const tables = frameworks.length === 0 ? [] : [frameworksTable(frameworks, visit)];
    const model = {
      caption: code,
      actions: stepsFor(visit, frameworksSteps, `/programmes/${code}`, `of ${code}`),
      sections: [{ id: 'frameworks', heading: 'Frameworks', tables, empty: thenOrNow(visit, 'No framework had been planned yet.', none) }],
    };
    return sectionsPage(`Frameworks of ${programme.name}`, model, { trail: trailOfProgramme(programme), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('programmes/:code/frameworks'))
  async file(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, code));
  }

  @Get('frameworks/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'FW')) throw new NoSuchThing(`"${ref}" is not the reference of a framework, like FW-2014-001`);
    const framework = await this.support.framework(visit, ref);
    if (!framework) throw new NoSuchThing(visit.past || visit.soOn ? `There was no framework ${ref} then` : `There is no framework ${ref}`);
    const [programme, timeline] = await Promise.all([
      programmeNamed(this.reading, visit, framework.programme), this.reading.timeline(visit, ref, beforeIn(visit)),
    ]);
    return sectionsPage(framework.name, frameworkModel(framework, shownTimeline(timeline, visit, undefined), visit), {
      trail: [...trailOfProgramme(programme), { text: 'Frameworks', href: `/programmes/${framework.programme}/frameworks` }],
      takesAsOf: true,
      done: doneSentence(visit, timeline?.entries),
    });
  }

  async #sheet(visit: Visit, code: string): Promise<Sheet<Line>> {
    const { name } = await programmeNamed(this.reading, visit, code);
    const rows = (await this.support.frameworks(visit, code)).map((each): Line => ({ ...each, members: each.members.length, callOffs: each.callOffs.length }));
    return { name: `frameworks-${code}`, columns, rows, about: { title: `Frameworks of ${name}`, ...clocksOf(visit) } };
  }
}

function frameworksTable(frameworks: readonly FrameworkRow[], visit: Visit): Table {
  return {
    id: 'frameworks-of', caption: many(frameworks.length, 'framework', 'frameworks'),
    heads: [...heads('Framework', 'State', 'Launched on', 'Charge'), ...amounts('Members', 'Call-offs', 'Of the members')],
    rows: frameworks.map(({ reference, name, stage, launchedOn, chargeMinor, members, callOffs, callersOfMembers }) => [
      linked(name, link(visit, `/frameworks/${reference}`), reference), tagged(frameworkStage(stage)), onDay(launchedOn), words(chargeInWords(chargeMinor)),
      words(members.length), words(callOffs.length), words(callersInWords(callersOfMembers)),
    ]),
  };
}

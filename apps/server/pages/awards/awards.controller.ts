import type { AwardRow } from '#views/registers';
import { Controller, Get, Req } from '@nestjs/common';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { captionOf, pagesAround, pagingOf, wholeFile } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { awardStage, awardStages } from '../../layout/stages.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { awardLines, type AwardLine } from './award-lines.js';

interface Choice {
  readonly value: string;
  readonly words: string;
}
interface AwardsModel {
  readonly awards: readonly AwardLine[];
  readonly caption: string;
  readonly filters: { readonly stage: string | undefined; readonly programme: string | undefined };
  /** The filters in words, when there are any. */
  readonly filtered: string;
  readonly stages: readonly Choice[];
  readonly programmes: readonly Choice[];
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const awardsPage = template<AwardsModel>('pages/awards/awards.njk');

const columns: readonly Column<AwardRow>[] = [
  { title: 'Award', of: 'reference', kind: 'text' },
  { title: 'Recipient', of: 'recipientName', kind: 'text' },
  { title: 'Title', of: 'title', kind: 'text' },
  { title: 'Programme', of: 'programme', kind: 'text' },
  { title: 'Stage', of: 'stage', kind: 'text' },
  { title: 'Since', of: 'stageOn', kind: 'text' },
  { title: 'Recorded on', of: 'stageRecordedOn', kind: 'text' },
  { title: 'Ceiling (£)', of: 'ceilingMinor', kind: 'money' },
  { title: 'Agreed (£)', of: 'agreedMinor', kind: 'money' },
  { title: 'Paid (£)', of: 'paidMinor', kind: 'money' },
  { title: 'Match required (£)', of: 'matchRequiredMinor', kind: 'money' },
  { title: 'Match verified (£)', of: 'matchVerifiedMinor', kind: 'money' },
  { title: 'Match missing (£)', of: 'matchGapMinor', kind: 'money' },
];

interface Filter {
  readonly stage?: string;
  readonly programme?: string;
  readonly short?: boolean;
}
/** The words of the address that narrow the list. A stage that does not exist narrows nothing. */
function filterOf({ query }: Visit): Filter {
  const { stage, programme } = query;
  return {
    ...(stage && awardStages.includes(stage) ? { stage } : {}),
    ...(programme ? { programme } : {}),
    ...(query['match'] === 'short' ? { short: true } : {}),
  };
}

/** The register of awards. */
@Controller()
@Needs('register:read')
export class AwardsController {
  constructor(private readonly reading: Reading) {}

  @Get('awards')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const filter = filterOf(visit);
    const paging = pagingOf(visit);
    const [{ rows, total, more }, programmes] = await Promise.all([this.reading.awards(visit, filter, paging), this.reading.programmes(visit)]);
    const filtered = [
      ...(filter.stage ? [`stage ${awardStage(filter.stage).words.toLowerCase()}`] : []),
      ...(filter.programme ? [`programme ${filter.programme}`] : []),
      ...(filter.short ? ['match missing'] : []),
    ].join(', ');
    const caption = captionOf(['award', 'awards'], paging, rows.length, total, more);
    return awardsPage(
      'Awards',
      {
        awards: awardLines(rows, visit),
        caption: filtered ? `${caption}: ${filtered}` : caption,
        filters: { stage: filter.stage, programme: filter.programme },
        filtered,
        stages: awardStages.map((value) => ({ value, words: awardStage(value).words })),
        programmes: programmes.map(({ code, name }) => ({ value: code, words: name })),
        paging: pagesAround(visit, paging, total),
      },
      { formats: ['csv', 'json'], takesAsOf: true },
    );
  }

  @Get(filesOf('awards'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  async #sheet(visit: Visit): Promise<Sheet<AwardRow>> {
    const filter = filterOf(visit);
    const { rows } = await this.reading.awards(visit, filter, wholeFile);
    const { short: _, ...words } = filter;
    return { name: 'awards', columns, rows, about: { title: 'Register of awards', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now', ...words } };
  }
}

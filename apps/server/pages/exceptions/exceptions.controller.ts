import { Controller, Get, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { ExceptionRow } from '#views/exceptions';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { captionOf, pagesAround, pagingOf, wholeFile } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { columns as heads, linked, onDay, words, type Table } from '../../layout/table.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';

interface ExceptionsModel {
  readonly table: Table | undefined;
  readonly about: string | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const exceptionsPage = template<ExceptionsModel>('pages/exceptions/exceptions.njk');

const columns: readonly Column<ExceptionRow>[] = [
  { title: 'About', of: 'about', kind: 'text' },
  { title: 'What differs', of: 'subject', kind: 'text' },
  { title: 'Kind', of: 'kind', kind: 'text' },
  { title: 'In words', of: 'sentence', kind: 'text' },
  { title: 'Noted on', of: 'notedOn', kind: 'text' },
];

const longest = 300;
const aboutIn = ({ query }: Visit): { readonly about?: string } => {
  const about = (query['about'] ?? '').trim().slice(0, longest);
  return about === '' ? {} : { about };
};
/** The page of what an exception concerns. */
const pageOf = (about: string): string => (
  isReference(about, 'RD') ? `/rounds/${about}` : isReference(about, 'FN') ? `/fundings/${about}#contractors` : `/programmes/${about}/milestones#discrepancies`
);

/** What documents and the register do not agree on. */
@Controller()
@Needs('register:read')
export class ExceptionsController {
  constructor(private readonly reading: Reading) {}

  @Get('exceptions')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const asked = aboutIn(visit);
    const paging = pagingOf(visit);
    const { rows, total, more } = await this.reading.exceptions(visit, { ...asked, ...paging });
    const table: Table = {
      id: 'exceptions', caption: captionOf(['exception', 'exceptions'], paging, rows.length, total, more), heads: heads('In words', 'About', 'Noted on'),
      rows: rows.map(({ sentence, about, subject, notedOn }) => [words(sentence), linked(about, link(visit, pageOf(about)), subject), onDay(notedOn)]),
    };
    return exceptionsPage('Exceptions', { table: rows.length === 0 ? undefined : table, about: asked.about, paging: pagesAround(visit, paging, total) }, { formats: ['csv', 'json'] });
  }

  @Get(filesOf('exceptions'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  async #sheet(visit: Visit): Promise<Sheet<ExceptionRow>> {
    const asked = aboutIn(visit);
    const { rows } = await this.reading.exceptions(visit, { ...asked, ...wholeFile });
    return { name: 'exceptions', columns, rows, about: { title: 'Exceptions', knownAt: visit.past?.words ?? 'now', ...asked } };
  }
}

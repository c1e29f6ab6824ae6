import { Controller, Get, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { seeOther, template, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';

interface SearchModel {
  readonly q: string;
  readonly found: readonly { readonly href: string; readonly text: string; readonly about: string }[];
}
const searchPage = template<SearchModel>('pages/search/search.njk');
const longest = 100;
const most = 50;

/** Looks things up by what people hold: a reference leads straight to its page, words to the awards that bear them. */
@Controller('search')
@Needs('register:read')
export class SearchController {
  constructor(private readonly reading: Reading) {}

  @Get()
  async search(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const q = (visit.query['q'] ?? '').trim().slice(0, longest);
    const page = pageOf(q);
    if (page !== undefined) return seeOther(link(visit, page));
    const found = q === '' ? [] : await this.#found(q, visit);
    const [only] = found;
    return found.length === 1 && only ? seeOther(only.href) : searchPage('Look up', { q, found });
  }

  async #found(q: string, visit: Visit): Promise<SearchModel['found']> {
    const [programmes, awards] = await Promise.all([this.reading.programmes(visit), this.reading.awardsNamed(visit, q, most)]);
    const bears = (text: string): boolean => text.toLowerCase().includes(q.toLowerCase());
    return [
      ...programmes.filter(({ code, name }) => bears(code) || bears(name)).map(({ code, name }) => ({ href: link(visit, `/programmes/${code}`), text: name, about: `Programme ${code}` })),
      ...awards.map(({ reference, recipientName, title }) => ({ href: link(visit, `/awards/${reference}`), text: `${recipientName}: ${title}`, about: `Award ${reference}` })),
    ];
  }
}

/** The page of a reference, however it was written. */
function pageOf(q: string): string | undefined {
  const reference = q.toUpperCase().replace(/\s+/g, '');
  if (isReference(reference, 'AW')) return `/awards/${reference}`;
  if (isReference(reference, 'PY')) return `/payments/${reference}`;
  const [, position] = /^@(\d{1,15})$/.exec(reference) ?? [];
  return position === undefined ? undefined : `/events/${position}`;
}

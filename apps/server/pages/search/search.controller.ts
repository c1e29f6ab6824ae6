import { Controller, Get, Req } from '@nestjs/common';
import type { FoundThing } from '#views/registers';
import { shownAt } from '../../forms/pages-of-things.js';
import { seeOther, template, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';

interface SearchModel {
  readonly q: string;
  readonly found: readonly { readonly href: string | undefined; readonly text: string; readonly about: string }[];
  /** Words this common were not looked through to the end. */
  readonly more: boolean;
}
const searchPage = template<SearchModel>('pages/search/search.njk');
const longest = 100;
const most = 50;

/** Looks things up by what people hold: a reference leads straight to its page, words to whatever bears them. */
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
    const { found, more } = q === '' ? { found: [], more: false } : await this.#found(q, visit);
    const [only] = found;
    return found.length === 1 && only?.href !== undefined ? seeOther(only.href) : searchPage('Look up', { q, found, more });
  }

  async #found(q: string, visit: Visit): Promise<Pick<SearchModel, 'found' | 'more'>> {
    const { found, more } = await this.reading.search(visit, q, most);
    const shown = found.map((thing) => {
      const page = pageOfFound(thing);
      return { href: page === undefined ? undefined : link(visit, page), text: thing.name, about: `${thing.kind.charAt(0).toUpperCase()}${thing.kind.slice(1)} ${thing.reference}` };
    });
    return { found: shown, more };
  }
}

/** Where a thing is shown: most have a page of their own. */
function pageOfFound({ kind, reference, within }: FoundThing): string | undefined {
  if (kind === 'programme') return `/programmes/${reference}`;
  return kind === 'expert' ? `/programmes/${within ?? ''}/experts` : pageOf(reference);
}

/** The page of a reference, however it was written. */
function pageOf(q: string): string | undefined {
  const reference = q.toUpperCase().replace(/\s+/g, '');
  const shown = shownAt(reference);
  if (shown) return shown.page;
  const [, position] = /^@(\d{1,15})$/.exec(reference) ?? [];
  return position === undefined ? undefined : `/events/${position}`;
}

import { Controller, Get, Req } from '@nestjs/common';
import { endOfLondonDay, isDate, isPerson, londonInstant, type IsoDate } from '#kernel';
import type { AccessEntry, AccessFilter } from '#platform/access';
import { commandTitled, titleOf, problemOf } from '../../forms/command-paths.js';
import { csvOf } from '../../formats/sheet.js';
import { Names } from '../../layout/names.js';
import { template, type Download, type Reply } from '../../layout/reply.js';
import { columns, linked, words, type Cell, type Table } from '../../layout/table.js';
import { atInWords, roleInWords } from '../../layout/words.js';
import { Needs } from '../../security/needs.js';
import { dateTyped } from '../../visits/date-typed.js';
import { may, samePage, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from '../signing-in/gatehouse.js';

interface AccessModel {
  readonly table: Table | undefined;
  readonly filter: Readonly<Record<'actor' | 'asked' | 'outcome', string>>;
  readonly outcomes: readonly { readonly value: string; readonly words: string }[];
  readonly dates: readonly { readonly name: string; readonly legend: string; readonly boxes: readonly string[]; readonly error: string | undefined }[];
  readonly older: string | undefined;
  readonly newest: string | undefined;
  readonly people: readonly { readonly value: string; readonly text: string }[];
  readonly csvHref: string;
}
const accessPage = template<AccessModel>('pages/access-log/access-log.njk');

const outcomes: Readonly<Record<string, string>> = {
  done: 'Done', failed: 'Failed', refused: 'Refused by a rule', 'not-permitted': 'Not permitted', invalid: 'Input was wrong', 'no-role': 'Held no role', 'not-found': 'Not found', 'key-reused': 'Key used before', overtaken: 'Overtaken by others',
};
const shown = 100;
/** A file takes what a spreadsheet opens with ease; the filter narrows it. */
const inFile = 50_000;
/** A command as the page writes it, or as the log does. */
const named = (asked: string | undefined): string | undefined => (asked === undefined ? undefined : (commandTitled(asked)?.name ?? asked));
const wholeReach = 256 * 1_048_576;

/** Who signed in, who was turned away and why: read from the end of a log beside the event log, which nothing here can change. */
@Controller('audit')
@Needs('people:read')
export class AccessLogController {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly names: Names,
  ) {}

  @Get('access')
  async show(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const { query } = visit;
    const before = /^[1-9]\d{0,14}$/.test(query['before'] ?? '') ? Number(query['before']) : undefined;
    const { filter, dates } = filterIn(query);
    const { entries, before: older } = await this.gatehouse.access.read({ ...filter, size: shown, before });
    const table = { id: 'access', caption: `${entries.length} entr${entries.length === 1 ? 'y' : 'ies'}, newest first`, heads: columns('When', 'Who', 'Role', 'Asked', 'Outcome', 'Because'), rows: entries.map((each) => this.#row(visit, each)) };
    return accessPage('Access log', {
      table: entries.length > 0 ? table : undefined,
      filter: { actor: query['actor'] ?? '', asked: query['asked'] ?? '', outcome: query['outcome'] ?? '' },
      outcomes: Object.entries(outcomes).map(([value, said]) => ({ value, words: said })),
      dates,
      older: older === undefined ? undefined : samePage(visit, { before: String(older) }),
      newest: before === undefined ? undefined : samePage(visit, { before: undefined }),
      people: this.names.all().map(({ person, name }) => ({ value: person, text: name })),
      csvHref: samePage({ ...visit, path: '/audit/access.csv' }, { before: undefined }),
    }, { problems: dates.flatMap(({ name, error }) => (error === undefined ? [] : [{ field: name, message: error, anchor: `${name}-day` }])), ...(dates.some(({ error }) => error !== undefined) ? { status: 400 } : {}) });
  }

  @Get('access.csv')
  async file(@Req() request: VisitedRequest): Promise<Download> {
    const { filter } = filterIn(visitOf(request).query);
    const { entries } = await this.gatehouse.access.read({ ...filter, size: inFile, reach: wholeReach });
    const rows = entries.map(({ because, ...each }) => ({ ...each, because: because ?? '' }));
    return csvOf({
      name: 'access', about: {}, rows,
      columns: (['at', 'actor', 'role', 'asked', 'outcome', 'because'] as const).map((of) => ({ title: of, of, kind: 'text' as const })),
    });
  }

  #row(visit: Visit, { at, actor, role, asked, outcome, because }: AccessEntry): Table['rows'][number] {
    const name = this.names.called(actor);
    const who = isPerson(actor) && may(visit, 'people:read') ? linked(name, `/people/${actor.slice('person:'.length)}`) : words(name);
    return [words(atInWords(at)), who, words(role === '' ? '' : roleInWords(role)), words(titleOf(asked)), words(outcomes[outcome] ?? outcome), becauseOf(asked, because)];
  }
}

/** A rule's refusal leads to the page that says what it means and what to do. */
function becauseOf(asked: string, because: string | undefined): Cell {
  const problem = because === undefined ? undefined : problemOf(asked, because);
  return problem ? linked(problem.title, problem.href) : words(because ?? '');
}

/** The filter that an address asks for. Days are London days, both included. */
function filterIn(query: Visit['query']): { readonly filter: AccessFilter; readonly dates: AccessModel['dates'] } {
  const typed = { from: dateTyped(query, 'from'), until: dateTyped(query, 'until') };
  const day = (name: 'from' | 'until'): IsoDate | undefined => {
    const read = typed[name];
    return read?.ok && isDate(read.date) ? read.date : undefined;
  };
  const [from, until] = [day('from'), day('until')];
  const given = (name: string): string | undefined => query[name]?.trim() || undefined;
  const [actor, asked, outcome] = [given('actor'), named(given('asked')), given('outcome')];
  const dates = (['from', 'until'] as const).map((name) => {
    const read = typed[name];
    return {
      name, legend: name === 'from' ? 'From' : 'Up to', error: read && !read.ok ? read.message : undefined,
      boxes: ['day', 'month', 'year'].map((box) => query[`${name}-${box}`] ?? ''),
    };
  });
  return {
    dates,
    filter: {
      ...(actor === undefined ? {} : { actor }), ...(asked === undefined ? {} : { asked }), ...(outcome === undefined ? {} : { outcome }),
      ...(from === undefined ? {} : { from: londonInstant(from) }), ...(until === undefined ? {} : { until: endOfLondonDay(until) }),
    },
  };
}

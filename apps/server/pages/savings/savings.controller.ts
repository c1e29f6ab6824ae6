import { bases, type SavingRow } from '#views/registers';
import { basis as basisField } from '#domain/savings';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { SummaryRow } from '../../layout/figures.js';
import { captionOf, pagesAround, pagingOf, wholeFile } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import type { Table } from '../../layout/table.js';
import { beforeIn } from '../../layout/timeline.js';
import { Reading, type SavingFilter } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { savingModel, type SavingModel } from './saving-model.js';
import { savingsTable } from './savings-table.js';
import { sumInWords } from './sum-in-words.js';

interface Choice {
  readonly value: string;
  readonly words: string;
  readonly chosen: boolean;
}
interface SavingsModel {
  readonly table: Table | undefined;
  readonly totals: readonly SummaryRow[];
  readonly bases: readonly Choice[];
  /** What came of adding the bases that were chosen. */
  readonly chosen: { readonly sentence: string; readonly isRefused: boolean } | undefined;
  readonly programmes: readonly Choice[];
  readonly year: string | undefined;
  readonly filtered: string;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const savingsPage = template<SavingsModel>('pages/savings/savings.njk');
const savingPage = template<SavingModel>('pages/savings/saving.njk');

const columns: readonly Column<SavingRow>[] = [
  { title: 'Saving', of: 'reference', kind: 'text' },
  { title: 'Programme', of: 'programme', kind: 'text' },
  { title: 'Award', of: 'award', kind: 'text' },
  { title: 'Recipient', of: 'recipientName', kind: 'text' },
  { title: 'Kind', of: 'kind', kind: 'text' },
  { title: 'Financial year', of: 'financialYear', kind: 'text' },
  { title: 'Lifetime of', of: 'lifetimeOf', kind: 'text' },
  { title: 'Qualifier', of: 'qualifier', kind: 'text' },
  { title: 'Attribution', of: 'attribution', kind: 'text' },
  { title: 'Only forecast (£)', of: 'forecastMinor', kind: 'money' },
  { title: 'Claimed (£)', of: 'claimedMinor', kind: 'money' },
  { title: 'Validated (£)', of: 'validatedMinor', kind: 'money' },
  { title: 'Not accepted (£)', of: 'rejectedMinor', kind: 'money' },
  { title: 'Document', of: 'document', kind: 'text' },
];

/** The words of the address that narrow the list. What cannot be meant narrows nothing. */
function filterOf({ query }: Visit): SavingFilter {
  const { programme, award, year } = query;
  if (query['waiting'] === 'yes') return { waiting: true };
  return { ...(programme ? { programme } : {}), ...(isReference(award, 'AW') ? { award } : {}), ...(/^FY\d{4}$/.test(year ?? '') ? { year: year ?? '' } : {}) };
}
/** What sums are narrowed by: they are of all savings, not only of those that wait. */
const sumsOf = ({ waiting: _, ...words }: SavingFilter): Omit<SavingFilter, 'waiting'> => words;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Savings and income: what is forecast, claimed and validated, each added up on its own basis. */
@Controller()
@Needs('register:read')
export class SavingsController {
  constructor(private readonly reading: Reading) {}

  @Get('savings')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const filter = filterOf(visit);
    const paging = pagingOf(visit);
    const wanted = bases.filter((basis) => visit.query[basis] === 'yes');
    const [{ rows, total, more }, { byBasis, chosen }, programmes] = await Promise.all([
      this.reading.savings(visit, filter, paging), this.reading.savingsTotals(visit, sumsOf(filter), wanted), this.reading.programmes(visit),
    ]);
    return savingsPage(
      'Savings',
      {
        table: rows.length === 0 ? undefined : savingsTable(rows, captionOf(['saving', 'savings'], paging, rows.length, total, more), visit),
        totals: byBasis.map(({ basis, sum }) => ({ key: capital(basisField.spec.show(basis)), value: sumInWords(sum) })),
        bases: bases.map((value) => ({ value, words: capital(basisField.spec.show(value)), chosen: wanted.includes(value) })),
        chosen: chosen && { sentence: chosen.added ? `Together: ${sumInWords(chosen)}.` : `${chosen.sentence}.`, isRefused: !chosen.added },
        programmes: programmes.map(({ code, name }) => ({ value: code, words: name, chosen: code === filter.programme })),
        year: filter.year,
        filtered: filter.waiting ? 'with a claim that waits' : Object.values(filter).join(', '),
        paging: pagesAround(visit, paging, total),
      },
      { takesAsOf: true, formats: ['csv', 'json'] },
    );
  }

  @Get(filesOf('savings'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('savings/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'SV')) throw new NoSuchThing(`"${ref}" is not the reference of a saving, like SV-2017-001`);
    const saving = await this.reading.saving(visit, ref);
    if (!saving) throw new NoSuchThing(visit.past || visit.soOn ? `There was no saving ${ref} then` : `There is no saving ${ref}`);
    const timeline = await this.reading.timeline(visit, ref, beforeIn(visit));
    return savingPage(`Saving ${ref}`, savingModel(saving, timeline, visit), { trail: [{ text: 'Savings', href: '/savings' }], takesAsOf: true, done: doneSentence(visit, timeline?.entries) });
  }

  async #sheet(visit: Visit): Promise<Sheet<SavingRow>> {
    const filter = filterOf(visit);
    const { rows } = await this.reading.savings(visit, filter, wholeFile);
    return { name: 'savings', columns, rows, about: { title: 'Savings', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now', ...sumsOf(filter) } };
  }
}

import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import type { OrganisationRow } from '#views/registers';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { captionOf, pagesAround, pagingOf, wholeFile } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { columns as heads, linked, words, type Table } from '../../layout/table.js';
import { beforeIn } from '../../layout/timeline.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { organisationModel, typeInWords, type OrganisationModel } from './organisation-model.js';

interface OrganisationsModel {
  readonly table: Table | undefined;
  readonly beginning: string | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const organisationsPage = template<OrganisationsModel>('pages/organisations/organisations.njk');
const organisationPage = template<OrganisationModel>('pages/organisations/organisation.njk');

const columns: readonly Column<OrganisationRow>[] = [
  { title: 'Organisation', of: 'reference', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Type', of: 'type', kind: 'text' },
  { title: 'Region', of: 'region', kind: 'text' },
  { title: 'Identifier as registered', of: 'identifier', kind: 'text' },
  { title: 'Name withheld since', of: 'withheldOn', kind: 'text' },
];

const longest = 300;
/** The beginning of the names that are asked for. */
const beginningIn = ({ query }: Visit): { readonly name?: string } => {
  const name = (query['name'] ?? '').trim().slice(0, longest);
  return name === '' ? {} : { name };
};

/** Councils, companies, charities and public bodies, and each of them: what registers and documents call it, and what it has. */
@Controller()
@Needs('register:read')
export class OrganisationsController {
  constructor(private readonly reading: Reading) {}

  @Get('organisations')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const asked = beginningIn(visit);
    const paging = pagingOf(visit);
    const { rows, total, more } = await this.reading.organisations(visit, { ...asked, ...paging });
    const table: Table = {
      id: 'organisations', caption: captionOf(['organisation', 'organisations'], paging, rows.length, total, more), heads: heads('Organisation', 'Reference', 'Type', 'Region'),
      rows: rows.map(({ reference, name, type, region }) => [
        linked(name, link(visit, `/organisations/${reference}`), reference), { ...words(reference), isWhole: true }, words(typeInWords(type)), words(region ?? ''),
      ]),
    };
    const model = { table: rows.length === 0 ? undefined : table, beginning: asked.name, paging: pagesAround(visit, paging, total) };
    return organisationsPage('Organisations', model, { formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('organisations'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('organisations/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'OR')) throw new NoSuchThing(`"${ref}" is not the reference of an organisation, like OR-2012-001`);
    const organisation = await this.reading.organisation(visit, ref);
    if (!organisation) throw new NoSuchThing(visit.past || visit.soOn ? `There was no organisation ${ref} then` : `There is no organisation ${ref}`);
    const [awards, timeline] = await Promise.all([this.reading.awardsOf(visit, ref), this.reading.timeline(visit, ref, beforeIn(visit))]);
    return organisationPage(organisation.name, organisationModel({ organisation, awards, timeline }, visit), {
      trail: [{ text: 'Organisations', href: '/organisations' }],
      takesAsOf: true,
      done: doneSentence(visit, timeline?.entries),
    });
  }

  async #sheet(visit: Visit): Promise<Sheet<OrganisationRow>> {
    const asked = beginningIn(visit);
    const { rows } = await this.reading.organisations(visit, { ...asked, ...wholeFile });
    return { name: 'organisations', columns, rows, about: { title: 'Organisations', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now', ...asked } };
  }
}

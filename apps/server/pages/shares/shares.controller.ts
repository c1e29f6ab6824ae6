import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Shares, ShareRow } from '#views/choosing';
import type { RoundPage } from '#views/registers';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { sharingSteps, stepsFor } from '../../forms/next-steps.js';
import { captionOf, everyRow, pagesAround, pagingOf } from '../../layout/paging.js';
import type { Reply } from '../../layout/reply.js';
import { sectionsPage, type SectionsModel } from '../../layout/section.js';
import { amounts, columns as heads, linked, pounds, words, type Table } from '../../layout/table.js';
import { capital, inPounds, inWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { clocksOf, link, thenOrNow, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { roundNamed, trailOfRound } from '../rounds/round-named.js';

const columns: readonly Column<ShareRow>[] = [
  { title: 'Application', of: 'application', kind: 'text' },
  { title: 'Organisation', of: 'organisation', kind: 'text' },
  { title: 'Name', of: 'organisationName', kind: 'text' },
  { title: 'Weight', of: 'weight', kind: 'count' },
  { title: 'Share (£)', of: 'amountMinor', kind: 'money' },
];

/** What each body got when the money of a round was shared out, and by what weight. */
@Controller('rounds/:ref')
@Needs('register:read')
export class SharesController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  @Get('shares')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const round = await roundNamed(this.reading, visit, ref);
    const shared = await this.support.shares(visit, ref, pagingOf(visit));
    return sectionsPage(`Shares of ${round.name}`, modelOf(round, shared, visit), { trail: trailOfRound(round), formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('shares'))
  async file(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit, ref));
  }

  async #sheet(visit: Visit, ref: string): Promise<Sheet<ShareRow>> {
    const { name } = await roundNamed(this.reading, visit, ref);
    const rows = await everyRow(async (paging) => (await this.support.shares(visit, ref, paging))?.rows ?? []);
    return { name: `shares-${ref}`, columns, rows, about: { title: `Shares of ${name}`, round: ref, ...clocksOf(visit) } };
  }
}

const givenBack = 'An award of a share that is withdrawn goes back to the round, and is not shared out anew by itself.';
const toCheck = 'Run tally check, which names the first event that does not add up.';

function modelOf({ reference, name, isOpen, terms }: RoundPage, shared: Shares | undefined, visit: Visit): SectionsModel {
  const isShared = terms === 'share-of-fund';
  const actions = isOpen && isShared ? stepsFor(visit, sharingSteps, `/rounds/${reference}`, name) : [];
  if (!shared) return { caption: reference, actions, sections: [{ id: 'shares', heading: 'Shares', tables: [], empty: emptyOf(isShared, visit) }] };
  const { amountMinor, unsharedMinor, bodies, by, mostMinor, sharedOn } = shared;
  const paging = pagingOf(visit);
  return {
    caption: reference,
    figures: [
      { label: 'To share', value: inPounds(amountMinor), note: `${by}, on ${inWords(sharedOn)}` },
      { label: 'Shared', value: inPounds(amountMinor - unsharedMinor), note: `among ${bodies} bodies` },
      { label: 'Not shared', value: inPounds(unsharedMinor), ...(mostMinor === null ? {} : { note: `no body gets more than ${inPounds(mostMinor)}` }) },
    ],
    actions,
    sections: [{
      id: 'shares', heading: 'Shares', tables: [sharesTable(shared, visit)], empty: '',
      sentences: [`${capital(by)}. ${verdictOf(shared)}`, givenBack],
    }],
    paging: pagesAround(visit, paging, shared.total),
  };
}

const sumOf = (rows: readonly ShareRow[], of: (row: ShareRow) => number): number => rows.reduce((before, row) => before + of(row), 0);

/** What is listed whole is added up here; of a longer list each page has its own sum. */
function verdictOf({ rows, total, amountMinor, unsharedMinor }: Shares): string {
  const listed = sumOf(rows, (row) => row.amountMinor) + unsharedMinor;
  if (rows.length === total && listed !== amountMinor) {
    return `These shares are wrong: with what is not shared they come to ${inPounds(listed)}, not to ${inPounds(amountMinor)}. ${toCheck}`;
  }
  return `All shares and what is not shared come to ${inPounds(amountMinor)} exactly: no penny is lost or made.`;
}

function sharesTable(shared: Shares, visit: Visit): Table {
  const { rows, total, more } = shared;
  return {
    id: 'shares-of', caption: captionOf(['share', 'shares'], pagingOf(visit), rows.length, total, more),
    heads: [...heads('Application', 'Organisation'), ...amounts('Weight', 'Share')],
    rows: [
      ...rows.map(({ application, organisation, organisationName, weight, amountMinor }) => [
        linked(application, link(visit, `/applications/${application}`)),
        linked(organisationName, link(visit, `/organisations/${organisation}`), `of ${application}`), words(weight), pounds(amountMinor),
      ]),
      [
        words(rows.length === total ? 'In all' : 'On this page'), words(''), words(sumOf(rows, ({ weight }) => weight)), pounds(sumOf(rows, (row) => row.amountMinor)),
      ],
    ],
  };
}

function emptyOf(isShared: boolean, visit: Visit): string {
  if (!isShared) return 'The terms of this round do not share its money out: each award has an amount of its own.';
  const none = 'The money of the round is not shared out yet. A programme manager shares it among all eligible applications once they are in.';
  return thenOrNow(visit, 'The money of the round had not been shared out yet.', none);
}

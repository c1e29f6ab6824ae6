import { Controller, Get, Param, Req } from '@nestjs/common';
import { showQuantity } from '#domain/limits';
import { accountOf, type AccountSeen } from '#views/ledgers';
import { NoSuchThing } from '../../errors/troubles.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import { captionOf, pagesAround, pagingOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { Journal } from './journal.js';
import { creditOf, debitOf, trialBalance, type ShownBalance } from './trial-balance.js';
import type { Figure } from '../../layout/figures.js';

interface AccountModel {
  readonly code: string;
  readonly about: string | undefined;
  readonly figures: readonly Figure[];
  readonly caption: string;
  readonly entries: readonly {
    readonly position: number; readonly href: string; readonly account: { readonly code: string; readonly href: string } | undefined; readonly effectiveOn: string; readonly what: string;
    readonly late: string | undefined; readonly debit: string; readonly credit: string; readonly balance: string;
  }[];
  /** What the entries come to, where all of them are on the page. */
  readonly sums: { readonly debit: string; readonly credit: string; readonly balance: string } | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const ledgerPage = template<{ readonly balances: readonly ShownBalance[]; readonly journal: { readonly csv: string; readonly json: string } }>('pages/ledger/ledger.njk');
const accountPage = template<AccountModel>('pages/ledger/account.njk');

function sumsOf({ rows, unit, balanceMinor }: AccountSeen): NonNullable<AccountModel['sums']> {
  const side = (isOn: (minor: number) => boolean): string => showQuantity(unit, rows.reduce((sum, { amountMinor }) => (isOn(amountMinor) ? sum + Math.abs(amountMinor) : sum), 0));
  return { debit: side((minor) => minor > 0), credit: side((minor) => minor < 0), balance: showQuantity(unit, balanceMinor) };
}

interface LedgerLine {
  readonly ledger: string;
  readonly account: string;
  readonly name: string;
  /** In pence, and of days in hundredths; JSON says so in their names. Each line has one of the two. */
  readonly balance: number | undefined;
  readonly days: number | undefined;
}
const columns: readonly Column<LedgerLine>[] = [
  { title: 'Ledger', of: 'ledger', kind: 'text' },
  { title: 'Account', of: 'account', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Balance (£, debit positive)', of: 'balance', kind: 'money' },
  { title: 'Balance (days, debit positive)', of: 'days', kind: 'days' },
];

/** The ledger: totals, the entries behind each total, and from each entry the way to its event. */
@Controller()
@Needs('ledger:read')
export class LedgerController {
  constructor(
    private readonly reading: Reading,
    private readonly journal: Journal,
  ) {}

  @Get('ledger')
  async balances(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const balances = await this.reading.balances(visit);
    const journal = { csv: link(visit, '/ledger/journal.csv'), json: link(visit, '/ledger/journal.json') };
    return ledgerPage('Ledger', { balances: balances.map((balance) => trialBalance(balance, visit)), journal }, { formats: ['csv', 'json'], takesAsOf: true });
  }

  @Get(filesOf('ledger'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('ledger/journal.:format')
  wholeJournal(@Req() request: VisitedRequest, @Param('format') format: string): Promise<Reply> {
    return this.journal.download(visitOf(request), format);
  }

  /** Every entry of an account for programs, whatever it is about. */
  @Get('ledger/:account.:format')
  async entries(@Req() request: VisitedRequest, @Param('account') code: string, @Param('format') format: string): Promise<Reply> {
    if (accountOf(code) === undefined) throw new NoSuchThing(`There is no account ${code}`);
    return this.journal.download(visitOf(request), format, code);
  }

  @Get('ledger/:account')
  async account(@Req() request: VisitedRequest, @Param('account') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const about = visit.query['about'] || undefined;
    const paging = pagingOf(visit);
    const account = await this.reading.account(visit, code, about, paging);
    if (!account) throw new NoSuchThing(`There is no account ${code}`);
    return accountPage(
      account.name,
      {
        code,
        about,
        figures: [
          { label: about === undefined ? 'Balance' : `Balance about ${about}`, value: showQuantity(account.unit, Math.abs(account.balanceMinor)), note: account.balanceMinor > 0 ? 'debit' : account.balanceMinor < 0 ? 'credit' : 'even' },
          { label: 'Entries', value: String(account.total) },
        ],
        caption: captionOf(['entry', 'entries'], paging, account.rows.length, account.total),
        entries: account.rows.map((entry) => ({
          position: entry.position, href: link(visit, `/events/${entry.position}`), effectiveOn: entry.effectiveOn, late: entry.isLate ? entry.recordedOn : undefined,
          account: entry.account === code ? undefined : { code: entry.account, href: link(visit, `/ledger/${entry.account}`) }, what: entry.about,
          debit: debitOf(entry.amountMinor, entry.unit), credit: creditOf(entry.amountMinor, entry.unit), balance: showQuantity(entry.unit, entry.balanceMinor),
        })),
        // What went in stands behind a figure such as what was agreed, though a part of it has gone on since.
        sums: account.rows.length === account.total ? sumsOf(account) : undefined,
        paging: pagesAround(visit, paging, account.total),
      },
      { trail: [{ text: 'Ledger', href: '/ledger' }], takesAsOf: true, ...(about === undefined ? { formats: ['csv', 'json'] as const } : {}) },
    );
  }

  async #sheet(visit: Visit): Promise<Sheet<LedgerLine>> {
    const balances = await this.reading.balances(visit);
    const rows = balances.flatMap(({ ledger, unit, accounts }) => accounts.map(({ account, name, balanceMinor }) => ({ ledger, account, name, balance: unit === 'GBP' ? balanceMinor : undefined, days: unit === 'DAY' ? balanceMinor : undefined })));
    return { name: 'ledger', columns, rows, about: { title: 'Trial balance', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.words ?? 'any day' } };
  }
}

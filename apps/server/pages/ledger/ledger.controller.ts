import { Controller, Get, Param, Req } from '@nestjs/common';
import { NoSuchThing } from '../../errors/troubles.js';
import { csvOf, jsonOf, type Column, type Sheet } from '../../formats/sheet.js';
import { captionOf, pagesAround, pagingOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { inPounds } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { creditOf, debitOf, trialBalance, type ShownBalance } from './trial-balance.js';
import type { Figure } from '../awards/award-model.js';

interface AccountModel {
  readonly code: string;
  readonly about: string | undefined;
  readonly figures: readonly Figure[];
  readonly caption: string;
  readonly entries: readonly {
    readonly position: number; readonly href: string; readonly effectiveOn: string; readonly what: string;
    readonly debit: string; readonly credit: string; readonly balance: string;
  }[];
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
const ledgerPage = template<{ readonly balances: readonly ShownBalance[] }>('pages/ledger/ledger.njk');
const accountPage = template<AccountModel>('pages/ledger/account.njk');

interface LedgerLine {
  readonly ledger: string;
  readonly account: string;
  readonly name: string;
  readonly balanceMinor: number;
}
const columns: readonly Column<LedgerLine>[] = [
  { title: 'Ledger', of: 'ledger', kind: 'text' },
  { title: 'Account', of: 'account', kind: 'text' },
  { title: 'Name', of: 'name', kind: 'text' },
  { title: 'Balance (£, debit positive)', of: 'balanceMinor', kind: 'money' },
];

/** The ledger: totals, the entries behind each total, and from each entry the way to its event. */
@Controller()
@Needs('ledger:read')
export class LedgerController {
  constructor(private readonly reading: Reading) {}

  @Get('ledger')
  async balances(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const balances = await this.reading.balances(visit);
    return ledgerPage('Ledger', { balances: balances.map((balance) => trialBalance(balance, visit)) }, { formats: ['csv', 'json'] });
  }

  @Get('ledger.csv')
  async csv(@Req() request: VisitedRequest): Promise<Reply> {
    return csvOf(await this.#sheet(visitOf(request)));
  }

  @Get('ledger.json')
  async json(@Req() request: VisitedRequest): Promise<Reply> {
    return jsonOf(await this.#sheet(visitOf(request)));
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
          { label: about === undefined ? 'Balance' : `Balance about ${about}`, value: inPounds(Math.abs(account.balanceMinor)), note: account.balanceMinor > 0 ? 'debit' : account.balanceMinor < 0 ? 'credit' : 'even' },
          { label: 'Entries', value: String(account.total) },
        ],
        caption: captionOf(['entry', 'entries'], paging, account.rows.length, account.total),
        entries: account.rows.map((entry) => ({
          position: entry.position, href: link(visit, `/events/${entry.position}`), effectiveOn: entry.effectiveOn, what: entry.about,
          debit: debitOf(entry.amountMinor), credit: creditOf(entry.amountMinor), balance: inPounds(entry.balanceMinor),
        })),
        paging: pagesAround(visit, paging, account.total),
      },
      { trail: [{ text: 'Ledger', href: '/ledger' }] },
    );
  }

  async #sheet(visit: Visit): Promise<Sheet<LedgerLine>> {
    const balances = await this.reading.balances(visit);
    const rows = balances.flatMap(({ ledger, accounts }) => accounts.map(({ account, name, balanceMinor }) => ({ ledger, account, name, balanceMinor })));
    return { name: 'ledger', columns, rows, about: { title: 'Trial balance', knownAt: visit.past?.words ?? 'now' } };
  }
}

import type { Command } from 'commander';
import { showDate, type IsoDate } from '#kernel';
import { showQuantity } from '#domain/limits';
import { account as accountOf, trialBalance, type Balance } from '#views/ledgers';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { asOfOption, clocksTyped, knownAtOption, type Clocks } from '../knowing.js';
import { asked, exportJournal } from '../ledger-export.js';
import { withInstallation, type Installation } from '../opening.js';
import { table } from '../table.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
  readonly asOf?: string;
  readonly account?: string;
  readonly about?: string;
  readonly page?: string;
  readonly format?: string;
}

/** `tally ledger`: what every account comes to, the postings behind it, and all of them for other programs. */
export const ledgerCommand = (cli: Cli): Command =>
  taught(cli, 'ledger', {
    summary: 'Show the trial balance of budget (B), finance (F), match (M), savings (S), days (D), outside funding (U) and what is named for later years (P), or one account with the events behind it.',
    more: 'Debits are positive and credits negative; each ledger comes to nil. With --account, every posting names its event: look at it with tally history. With --format, every posting for another program: csv and json, or a journal that hledger and ledger-cli read.',
    examples: [
      'tally ledger', 'tally ledger --known-at 2012-06-13', 'tally ledger --as-of 2012-06-13', 'tally ledger --account B:Agreed', 'tally ledger --account B:Agreed --about AW-2012-001 --json',
      'tally ledger --format csv > journal.csv', 'tally ledger --format json --account B:Spent > spent.json', 'tally ledger --format journal > tally.journal && hledger -f tally.journal check -s',
    ],
  })
    .option(...knownAtOption)
    .option(...asOfOption)
    .option('--account <account>', 'the postings of one account, newest first')
    .option('--about <reference>', 'only what is about an award, a round, a programme, or a fund and year')
    .option('--page <n>', 'which hundred postings; the first is 1')
    .option('--format <format>', 'every posting in the order of the log: csv, json or journal')
    .action((options: Options) => withInstallation(placeOf(cli, options), (installation) => show(cli, installation, options)));

async function show(cli: Cli, installation: Installation, options: Options): Promise<void> {
  const clocks = await clocksTyped(options, installation.store);
  const { account: path, about, format } = options;
  if (about !== undefined && (path === undefined || format !== undefined)) throw new Complaint(exitCodes.badInput, '--about narrows the list of one account: name it with --account, such as --account B:Agreed, and leave --format out');
  // Pieces end with their line's end, which the terminal adds.
  if (format !== undefined) return exportJournal(installation, format, path, clocks, (piece) => cli.terminal.out(piece.slice(0, -1)));
  tell(cli, options, await (path === undefined ? balances(installation, clocks) : account(installation, clocks, path, options)));
}

const headingOf = ({ origin, kind }: Installation, { known, so }: Clocks): string =>
  `Ledger of ${origin}, as known ${known.words === 'now' ? '' : 'at '}${known.words}${so ? `, as of ${so.words}` : ''}${kind === 'demonstration' ? ' (demonstration)' : ''}`;
const clocksIn = ({ known, so }: Clocks): object => ({ knownAt: known.position ?? null, asOf: so?.asOf.on ?? null });

const comesTo = ({ accounts }: Balance): number => accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0);

async function balances(installation: Installation, clocks: Clocks): Promise<Answer> {
  const ledgers = await asked(installation, trialBalance, {}, clocks);
  const sections = ledgers.map((ledger) => {
    const rows = ledger.accounts.map(({ account: path, name, balanceMinor }) => [path, name, showQuantity(ledger.unit, balanceMinor)]);
    return [ledger.title, table(['account', 'name', 'balance'], [...rows, ['', 'Debits less credits', showQuantity(ledger.unit, comesTo(ledger))]])].join('\n');
  });
  const isEven = ledgers.every((ledger) => comesTo(ledger) === 0);
  return { json: { ...clocksIn(clocks), ledgers }, text: [headingOf(installation, clocks), ...sections].join('\n\n'), exit: isEven ? exitCodes.done : exitCodes.refused };
}

async function account(installation: Installation, clocks: Clocks, path: string, { about, page }: Options): Promise<Answer> {
  const found = await asked(installation, accountOf, { account: path, ...(about === undefined ? {} : { about }), ...(page === undefined ? {} : { page }) }, clocks);
  if (!found) throw new Complaint(exitCodes.badInput, `There is no account "${path}". Accounts are listed by: tally ledger`);
  const rows = found.rows.map((row) => [
    `@${row.position}`, `${showDate(row.effectiveOn as IsoDate)}${row.isLate ? ` (recorded late, on ${showDate(row.recordedOn as IsoDate)})` : ''}`,
    row.about, showQuantity(row.unit, row.amountMinor), showQuantity(row.unit, row.balanceMinor),
  ]);
  const title = `${path}: ${found.name}, ${showQuantity(found.unit, found.balanceMinor)}`;
  const more = found.total > found.rows.length ? `\n${found.rows.length} of ${found.total} postings; the next with --page` : '';
  return { json: { ...clocksIn(clocks), ...found }, text: `${headingOf(installation, clocks)}\n\n${title}\n${table(['event', 'took effect', 'about', 'amount', 'balance'], rows)}${more}` };
}

import type { Command } from 'commander';
import { gbp, showDate, showMoney, type IsoDate } from '#kernel';
import { account as accountOf, trialBalance, type Balance } from '#views/ledgers';
import type { AnyQuestion } from '#platform/view-store';
import type { Answer } from '../answer.js';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { knowing, knownAtOption, type Knowing } from '../knowing.js';
import { withInstallation, type Installation } from '../opening.js';
import { table } from '../table.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
  readonly account?: string;
  readonly about?: string;
  readonly page?: string;
}

/** `tally ledger`: what every account comes to, and the postings behind it. */
export const ledgerCommand = (cli: Cli): Command =>
  taught(cli, 'ledger', {
    summary: 'Show the trial balance of budget control (B) and match funding (M), or one account with the events behind it.',
    more: 'Debits are positive and credits negative; each ledger comes to nil. With --account, every posting names its event: look at it with tally history.',
    examples: ['tally ledger', 'tally ledger --known-at 2012-06-13', 'tally ledger --account B:Agreed', 'tally ledger --account B:Agreed --about AW-2012-001 --json'],
  })
    .option(...knownAtOption)
    .option('--account <account>', 'the postings of one account, newest first')
    .option('--about <reference>', 'only what is about an award, a round, a programme, or a fund and year')
    .option('--page <n>', 'which hundred postings; the first is 1')
    .action(async (options: Options) => tell(cli, options, await withInstallation(options.data, (installation) => answer(installation, options))));

async function answer(installation: Installation, options: Options): Promise<Answer> {
  const known = await knowing(options.knownAt, installation.store);
  const heading = `Ledger of ${installation.origin}, as known at ${known.words}${installation.kind === 'demonstration' ? ' (demonstration)' : ''}`;
  if (options.account === undefined && options.about !== undefined) throw new Complaint(exitCodes.badInput, '--about narrows one account: name it with --account, such as --account B:Agreed');
  return options.account === undefined ? balances(installation, known, heading) : account(installation, known, heading, options.account, options);
}

async function asked<Input extends object, Result>({ views }: Installation, question: AnyQuestion<Input, Result>, input: object, { position }: Knowing): Promise<Result> {
  await views.caughtUp();
  const came = await views.ask(question, input, position === undefined ? {} : { knownAt: position });
  if (came.outcome === 'invalid') throw new Complaint(exitCodes.badInput, came.problems.map(({ message }) => message).join('. '));
  return came.answer;
}

const comesTo = ({ accounts }: Balance): number => accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0);

async function balances(installation: Installation, known: Knowing, heading: string): Promise<Answer> {
  const ledgers = await asked(installation, trialBalance, {}, known);
  const sections = ledgers.map((ledger) => {
    const rows = ledger.accounts.map(({ account: path, name, balanceMinor }) => [path, name, showMoney(gbp(balanceMinor))]);
    return [ledger.title, table(['account', 'name', 'balance'], [...rows, ['', 'Debits less credits', showMoney(gbp(comesTo(ledger)))]])].join('\n');
  });
  const isEven = ledgers.every((ledger) => comesTo(ledger) === 0);
  return { json: { knownAt: known.position ?? null, ledgers }, text: [heading, ...sections].join('\n\n'), exit: isEven ? exitCodes.done : exitCodes.refused };
}

async function account(installation: Installation, known: Knowing, heading: string, path: string, { about, page }: Options): Promise<Answer> {
  const found = await asked(installation, accountOf, { account: path, ...(about === undefined ? {} : { about }), ...(page === undefined ? {} : { page }) }, known);
  if (!found) throw new Complaint(exitCodes.badInput, `There is no account "${path}". Accounts are listed by: tally ledger`);
  const rows = found.rows.map((row) => [`@${row.position}`, showDate(row.effectiveOn as IsoDate), row.about, showMoney(gbp(row.amountMinor)), showMoney(gbp(row.balanceMinor))]);
  const title = `${path}: ${found.name}, ${showMoney(gbp(found.balanceMinor))}`;
  const more = found.total > found.rows.length ? `\n${found.rows.length} of ${found.total} postings; the next with --page` : '';
  return { json: { knownAt: known.position ?? null, ...found }, text: `${heading}\n\n${title}\n${table(['event', 'took effect', 'about', 'amount', 'balance'], rows)}${more}` };
}

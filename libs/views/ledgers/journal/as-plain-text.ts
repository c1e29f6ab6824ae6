import { londonDate } from '#kernel';
import type { Unit } from '#domain/limits';
import type { JournalLine } from '../questions/journal.js';
import type { JournalFormat } from './journal-format.js';

/** "-1234.50 GBP" or "2.50 DAY": the code after the amount, and no thousands separator. */
function amount(minor: number, unit: Unit = 'GBP'): string {
  const pence = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${pence.slice(0, -2)}.${pence.slice(-2)} ${unit}`;
}

function posting({ account, unit, amountMinor, balanceMinor }: JournalLine, asOf: string | undefined): string {
  const stated = `    ${account.padEnd(52)}  ${amount(amountMinor, unit).padStart(20)}`;
  return asOf === undefined ? `${stated} = ${amount(balanceMinor, unit)}` : stated;
}

/** One transaction of each event, on the day it was recorded, so that order of dates is order in the log and assertions hold in any reader. */
function transactions(lines: readonly JournalLine[], asOf: string | undefined): string {
  const events = Map.groupBy(lines, ({ position }) => position);
  return [...events].map(([position, [first, ...others]]) => {
    if (!first) return '';
    const { recordedAt, effectiveOn, what, origin, isLate } = first;
    return [
      `${londonDate(recordedAt)} * (E${String(position).padStart(6, '0')}) ${what}, ${origin}`,
      `    ; event: ${position}`,
      `    ; effective: ${effectiveOn}${isLate ? ', recorded late' : ''}`,
      ...[first, ...others].map((line) => posting(line, asOf)),
      '\n',
    ].join('\n');
  }).join('');
}

/**
 * Plain-text accounting, for hledger and ledger-cli: a second implementation of our balances, which shares nothing with
 * ours. Each posting asserts the running balance of its account; as of a day, where lines are left out, none does.
 */
export const asPlainText: JournalFormat = {
  async begin({ origin, kind, knownAt, position, asOf, lines, debitsMinor, creditsMinor, debitsInDays, creditsInDays }, paths) {
    return [
      `; journal of ${origin} (${kind})`,
      `; as known at ${knownAt}, up to event ${position}${asOf === undefined ? '' : `; as of ${asOf}, so no balances are asserted`}`,
      `; ${lines} postings, debits ${amount(debitsMinor)}, credits ${amount(creditsMinor)}`,
      ...(debitsInDays > 0 ? [`; of days: debits ${amount(debitsInDays, 'DAY')}, credits ${amount(creditsInDays, 'DAY')}`, 'commodity DAY', '    format 1000.00 DAY'] : []),
      'commodity GBP',
      '    format 1000.00 GBP',
      'tag event',
      'tag effective',
      ...(await paths()).map((path) => `account ${path}`),
      '\n',
    ].join('\n');
  },
  page: (lines, { asOf }) => transactions(lines, asOf),
  end: () => '',
};

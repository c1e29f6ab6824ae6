import type { JournalFormat } from './journal-format.js';

/** One document: the heading, then a row for each posting. Money stays in pence and days in hundredths: each row says what it counts. */
export const asJson: JournalFormat = {
  begin: ({ account, asOf, ...heading }) => `${JSON.stringify({ ...heading, account: account ?? null, asOf: asOf ?? null }, undefined, 2).slice(0, -2)},\n  "rows": [\n`,
  // As of a day some lines are left out, so that a running balance in the order of the log would not be theirs.
  page: (lines, { asOf }, isFirst) =>
    lines.map(({ balanceMinor, ...line }, i) => `    ${isFirst && i === 0 ? '' : ','}${JSON.stringify(asOf === undefined ? { ...line, balanceMinor } : line)}\n`).join(''),
  end: () => '  ]\n}\n',
};

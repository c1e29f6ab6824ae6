import { ledger } from './ledger.js';
import { account } from './questions/account.js';
import { entriesOfEvent } from './questions/entries-of-event.js';
import { examineLedger } from './questions/examine-ledger.js';
import { accountsPosted, journal, journalTotals } from './questions/journal.js';
import { ledgerBuckets } from './questions/ledger-buckets.js';
import { trialBalance } from './questions/trial-balance.js';

export type { AccountSeen } from './questions/account.js';
export type { EntryRow } from './questions/entry-row.js';
export { exported, isJournalFormat, journalFormats, type AskAt, type ExportOf, type JournalFormatName } from './journal/export.js';
export type { Examined } from './questions/examine-ledger.js';
export type { AccountRow, Balance } from './questions/trial-balance.js';
export type { JournalLine } from './questions/journal.js';
export { accountOf, unitAt } from './chart.js';
export { LawsOfRecord } from './laws-of-record.js';
export { postingsMustBalance } from './assertion.js';
export { account, entriesOfEvent, examineLedger, journal, journalTotals, ledgerBuckets, trialBalance };

export const ledgerViews = [ledger] as const;
export const ledgerQuestions = [trialBalance, account, entriesOfEvent, examineLedger, ledgerBuckets, journal, journalTotals, accountsPosted] as const;

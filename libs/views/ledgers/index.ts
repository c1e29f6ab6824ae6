import { ledger } from './ledger.js';
import { account } from './questions/account.js';
import { entriesOfEvent } from './questions/entries-of-event.js';
import { examineLedger } from './questions/examine-ledger.js';
import { ledgerBuckets } from './questions/ledger-buckets.js';
import { trialBalance } from './questions/trial-balance.js';

export type { AccountSeen } from './questions/account.js';
export type { EntryRow } from './questions/entry-row.js';
export type { Examined } from './questions/examine-ledger.js';
export type { AccountRow, Balance } from './questions/trial-balance.js';
export { account, entriesOfEvent, examineLedger, ledgerBuckets, trialBalance };

export const ledgerViews = [ledger] as const;
export const ledgerQuestions = [trialBalance, account, entriesOfEvent, examineLedger, ledgerBuckets] as const;

import { londonDate } from '#kernel';
import { StoreFault, type Clock } from '#platform/event-store';
import { invitations } from './invitations.js';
import { KeptForms } from './kept-forms.js';
import { names } from './names.js';
import { openDatabase } from './schema.js';
import { sessions } from './sessions.js';
import { signingIn } from './signing-in.js';
import { tokens } from './tokens.js';

export interface AccountsOptions {
  /** accounts.db of the data folder; ':memory:' in tests. */
  readonly file: string;
  readonly clock: Clock;
}

/** Local accounts: names, passphrases, sessions, one-time links and the secrets of tokens. Throws StoreFault when the file is out of reach. */
export function openAccounts({ file, clock }: AccountsOptions) {
  const db = open(file);
  const now = (): number => Date.parse(clock.now());
  return {
    ...invitations(db, now),
    ...signingIn(db, now),
    ...sessions(db, now),
    ...tokens(db, () => londonDate(clock.now())),
    ...names(db),
    forms: new KeptForms(db, clock),
    close: () => void db.close(),
  };
}

export type Accounts = ReturnType<typeof openAccounts>;

function open(file: string) {
  try {
    return openDatabase(file);
  } catch (cause) {
    throw new StoreFault('unreachable', `The accounts in ${file} cannot be opened: ${(cause as Error).message}. Check who owns the data folder`, { cause });
  }
}

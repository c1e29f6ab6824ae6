import { londonDate } from '#kernel';
import { openDatabase } from '#platform/databases';
import type { Clock } from '#platform/event-store';
import { invitations } from './invitations.js';
import { KeptForms } from './kept-forms.js';
import { knocking } from './knocking.js';
import { names } from './names.js';
import { layout, type OfficeTables } from './office.js';
import { sessions } from './sessions.js';
import { signingIn } from './signing-in.js';
import { sweeping } from './sweeping.js';
import { tokens } from './tokens.js';

export interface AccountsOptions {
  /** `sqlite:<file>`, `sqlite::memory:` or `postgres://…`, where any number of servers may share them. */
  readonly address: string;
  readonly clock: Clock;
}

/** Local accounts: names, passphrases, sessions, one-time links and the secrets of tokens. Throws StoreFault when they are out of reach. */
export async function openAccounts({ address, clock }: AccountsOptions) {
  const office = await openDatabase<OfficeTables>({ address, schema: 'office', layout });
  const now = (): number => Date.parse(clock.now());
  const accounts = {
    ...invitations(office, now),
    ...signingIn(office, now),
    ...sessions(office, now),
    ...tokens(office, () => londonDate(clock.now())),
    ...names(office),
    ...knocking(office, now),
    ...sweeping(office, now),
    forms: new KeptForms(office, now),
    close: () => office.close(),
  };
  await accounts.sweep();
  return accounts;
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

import { toPerson } from '#kernel';
import { openAccounts, type Accounts } from '../open-accounts.js';

export const [ada, ben] = [toPerson('ada'), toPerson('ben')];
export const passphrase = 'hazel ferry nine lanterns';
const minute = 60_000;

export interface Opened {
  readonly accounts: Accounts;
  /** Another server over the same accounts. */
  another(): Promise<Accounts>;
  join(person?: typeof ada, signInName?: string): ReturnType<Accounts['acceptInvitation']>;
  /** Lets minutes pass on the clock of all of them. */
  pass(minutes: number): void;
}

/** Opens accounts of their own for a test, over and over, and closes them after it. */
export type OpenOffice = () => Promise<Opened>;

/** Accounts at an address that is new for each test, and a clock that passes when it is told to. */
export function officesAt(addressOf: () => string | Promise<string>): OpenOffice {
  const opened: Accounts[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  return async () => {
    let now = Date.parse('2026-11-21T09:00:00.000Z');
    const address = await addressOf();
    const another = async (): Promise<Accounts> => {
      const accounts = await openAccounts({ address, clock: { now: () => new Date(now).toISOString() } });
      opened.push(accounts);
      return accounts;
    };
    const accounts = await another();
    const join = async (person = ada, signInName = 'ada@example.org') => {
      const token = await accounts.invite(person, 'join', { displayName: 'Ada Example', hours: 24 });
      return accounts.acceptInvitation(token, { signInName, displayName: 'Ada Example', passphrase });
    };
    return { accounts, another, join, pass: (minutes) => void (now += minutes * minute) };
  };
}

import { toPerson } from '#kernel';
import { openAccounts } from '../open-accounts.js';

export const [ada, ben] = [toPerson('ada'), toPerson('ben')];
export const passphrase = 'hazel ferry nine lanterns';
const minute = 60_000;

/** Accounts in memory, and a clock that passes when it is told to. */
export function openOffice() {
  let now = Date.parse('2026-11-21T09:00:00.000Z');
  const accounts = openAccounts({ file: ':memory:', clock: { now: () => new Date(now).toISOString() } });
  const join = async (person = ada, signInName = 'ada@example.org') => {
    const token = accounts.invite(person, 'join', { displayName: 'Ada Example', hours: 24 });
    return accounts.acceptInvitation(token, { signInName, displayName: 'Ada Example', passphrase });
  };
  return { accounts, join, pass: (minutes: number) => void (now += minutes * minute) };
}

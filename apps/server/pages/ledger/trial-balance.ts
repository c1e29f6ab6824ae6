import { showQuantity, type Unit } from '#domain/limits';
import type { Balance } from '#views/ledgers';
import { link, type Visit } from '../../visits/visit.js';

export interface ShownBalance {
  readonly code: string;
  readonly title: string;
  readonly about: string;
  readonly accounts: readonly { readonly code: string; readonly name: string; readonly href: string; readonly debit: string; readonly credit: string }[];
  readonly debit: string;
  readonly credit: string;
  readonly isEven: boolean;
  readonly verdict: string;
}

export const debitOf = (minor: number, unit: Unit): string => (minor > 0 ? showQuantity(unit, minor) : '');
export const creditOf = (minor: number, unit: Unit): string => (minor < 0 ? showQuantity(unit, -minor) : '');

/** Debits against credits, and whether they come to the same. When they don't, the page says so beside the totals. */
export function trialBalance({ ledger, title, about, unit, accounts }: Balance, visit: Visit): ShownBalance {
  const debit = accounts.reduce((sum, { balanceMinor }) => sum + Math.max(0, balanceMinor), 0);
  const credit = accounts.reduce((sum, { balanceMinor }) => sum + Math.max(0, -balanceMinor), 0);
  const isEven = debit === credit;
  return {
    code: ledger,
    title,
    about,
    accounts: accounts.map(({ account, name, balanceMinor }) => ({
      code: account, name, href: link(visit, `/ledger/${account}`),
      // An account that came back to nil has been used: it says £0.00, on the side where money sits.
      debit: debitOf(balanceMinor, unit), credit: balanceMinor === 0 ? showQuantity(unit, 0) : creditOf(balanceMinor, unit),
    })),
    debit: showQuantity(unit, debit),
    credit: showQuantity(unit, credit),
    isEven,
    verdict: isEven ? `Debits and credits are equal.` : `These totals are wrong: debits and credits differ by ${showQuantity(unit, Math.abs(debit - credit))}. Run tally check, which names the first event that does not balance.`,
  };
}

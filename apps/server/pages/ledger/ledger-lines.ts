import { link, may, type Visit } from '../../visits/visit.js';

/** The address of an account's entries, about one award or about everything; nothing for those who may not read the ledger. */
export function ledgerLines(visit: Visit, account: string, about?: string): string | undefined {
  if (!may(visit, 'ledger:read')) return undefined;
  return link(visit, `/ledger/${account}${about === undefined ? '' : `?about=${about}`}`);
}

import type { Accounts } from '#platform/accounts';
import type { Handle } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';

/** Takes away what nobody can use any more. Twice on one day does no harm. */
export const sweep = ({ accounts, shelf }: { readonly accounts: Pick<Accounts, 'sweep'>; readonly shelf: Shelf }): Handle => async () => {
  await accounts.sweep();
  await shelf.sweep();
  return { said: 'What had had its time is gone' };
};

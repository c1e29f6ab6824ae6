import type { Accounts } from '#platform/accounts';
import type { Handle } from '#platform/jobs';
import type { KeptFiles } from '#platform/kept-files';
import type { Shelf } from '#platform/shelf';

interface Swept {
  readonly accounts: Pick<Accounts, 'sweep'>;
  readonly shelf: Shelf;
  readonly files: Pick<KeptFiles, 'sweep'>;
}

/** Takes away what nobody can use any more. Twice on one day does no harm. */
export const sweep = ({ accounts, shelf, files }: Swept): Handle => async () => {
  await accounts.sweep();
  await shelf.sweep();
  await files.sweep();
  return { said: 'What had had its time is gone' };
};

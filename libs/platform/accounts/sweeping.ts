import { keptFor } from './kept-forms.js';
import type { Office } from './office.js';
import { remembered } from './sessions.js';
import { forgotten } from './signing-in.js';

/** Removes what nobody can use any more: long-ended sessions, old failures, links whose time is over, forms that nobody came back for. */
export const sweeping = ({ alone }: Office, now: () => number) => ({
  sweep: (): Promise<void> =>
    alone('sweep', async (db) => {
      await db.deleteFrom('sessions').where('last_seen_at', '<', now() - remembered).execute();
      await db.deleteFrom('attempts').where('last_at', '<', now() - forgotten).execute();
      await db.deleteFrom('knocks').where('until', '<=', now()).execute();
      await db.deleteFrom('invitations').where('ends_at', '<=', now()).execute();
      await db.deleteFrom('kept_forms').where('kept_at', '<', now() - keptFor).execute();
    }),
});

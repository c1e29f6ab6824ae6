import type { Person } from '#kernel';
import type { Office } from './office.js';
import { hashOf, newSecret } from './secrets.js';

/** The secrets of API tokens. That a token was issued, for what and until when is the log's to say; so is that it was revoked. */
export function tokens({ db }: Office, today: () => string) {
  return {
    /** A secret for the n-th token of a person, shown once. Throws where that token has one already. */
    async keepToken(person: Person, number: number, expiresOn: string): Promise<string> {
      const secret = `tally_${newSecret()}`;
      await db.insertInto('tokens').values({ secret_hash: hashOf(secret), person, number, expires_on: expiresOn }).execute();
      return secret;
    },

    /** Who speaks with a secret; nobody after its last day (London), or when the account is disabled. */
    personOfToken: (secret: string): Promise<{ readonly person: Person; readonly number: number } | undefined> =>
      db
        .selectFrom('tokens').leftJoin('accounts', 'accounts.person', 'tokens.person').select(['tokens.person', 'tokens.number'])
        .where('secret_hash', '=', hashOf(secret)).where('expires_on', '>=', today()).where((token) => token.or([token('disabled', 'is', null), token('disabled', '=', 0)]))
        .executeTakeFirst(),
  };
}

import type { Database } from 'better-sqlite3';
import type { Person } from '#kernel';
import { hashOf, newSecret } from './secrets.js';

/** The secrets of API tokens. That a token was issued, for what and until when is the log's to say; so is that it was revoked. */
export function tokens(db: Database, today: () => string) {
  const find = db.prepare('SELECT tokens.person, number FROM tokens LEFT JOIN accounts USING (person) WHERE secret_hash = ? AND expires_on >= ? AND coalesce(disabled, 0) = 0');
  return {
    /** A secret for the n-th token of a person, shown once. Throws where that token has one already. */
    keepToken(person: Person, number: number, expiresOn: string): string {
      const secret = `tally_${newSecret()}`;
      db.prepare('INSERT INTO tokens (secret_hash, person, number, expires_on) VALUES (?, ?, ?, ?)').run(hashOf(secret), person, number, expiresOn);
      return secret;
    },

    /** Who speaks with a secret; nobody after its last day (London), or when the account is disabled. */
    personOfToken: (secret: string): { readonly person: Person; readonly number: number } | undefined =>
      find.get(hashOf(secret), today()) as { person: Person; number: number } | undefined,
  };
}

import type { Database } from 'better-sqlite3';
import type { Person, Problem } from '#kernel';
import { hashPassphrase, passphraseTrouble } from './passphrases.js';
import { hashOf, newSecret } from './secrets.js';
import { keyOf } from './sign-in-name.js';

/** What an invitation is for: to found a store, to join, or to set a forgotten passphrase anew. */
export type Purpose = 'first-administrator' | 'join' | 'reset';

export interface Invitation {
  readonly person: Person;
  readonly purpose: Purpose;
  readonly displayName: string | undefined;
}
/** Left empty for a reset, where both stay as they are. */
export interface Chosen {
  readonly signInName: string;
  readonly displayName: string;
  readonly passphrase: string;
}
export type Accepted = { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly problems: readonly Problem[] };

const hour = 3_600_000;
const gone = 'This link was used, or its time is over. Ask for a new one';
const refused = (field: string, message: string): Accepted => ({ ok: false, problems: [{ field, message }] });

/** One-time links: whoever holds one chooses how they sign in, once. */
export function invitations(db: Database, now: () => number) {
  const find = (token: string): (Invitation & { readonly signInName: string | null }) | undefined => {
    const row = db
      .prepare('SELECT person, purpose, display_name, sign_in_name FROM invitations LEFT JOIN accounts USING (person) WHERE token_hash = ? AND ends_at > ?')
      .get(hashOf(token), now()) as { person: Person; purpose: Purpose; display_name: string | null; sign_in_name: string | null } | undefined;
    return row && { person: row.person, purpose: row.purpose, displayName: row.display_name ?? undefined, signInName: row.sign_in_name };
  };
  const isTaken = (signInName: string, person: Person): boolean => db.prepare('SELECT 1 FROM accounts WHERE sign_in_key = ? AND person <> ?').get(keyOf(signInName), person) !== undefined;

  return {
    /** A one-time token for a link; earlier ones for the same person, or for a first administrator, are void from now on. */
    invite(person: Person, purpose: Purpose, { displayName, hours }: { readonly displayName?: string; readonly hours: number }): string {
      const token = newSecret();
      db.transaction(() => {
        db.prepare("DELETE FROM invitations WHERE person = ? OR ends_at <= ? OR (purpose = 'first-administrator' AND ? = 'first-administrator')").run(person, now(), purpose);
        if (displayName !== undefined) {
          db.prepare('INSERT INTO accounts (person, display_name) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET display_name = excluded.display_name').run(person, displayName);
        }
        db.prepare('INSERT INTO invitations (token_hash, person, purpose, ends_at) VALUES (?, ?, ?, ?)').run(hashOf(token), person, purpose, now() + hours * hour);
      })();
      return token;
    },

    /** What a link is for, while it can be used. */
    invitation(token: string): Invitation | undefined {
      const found = find(token);
      return found && { person: found.person, purpose: found.purpose, displayName: found.displayName };
    },

    /** Uses a link: of two who send it at once, one gets in. Every session of the person ends. */
    async acceptInvitation(token: string, { signInName, displayName, passphrase }: Chosen): Promise<Accepted> {
      const found = find(token);
      if (!found) return refused('', gone);
      const { person, purpose } = found;
      const name = purpose === 'reset' ? (found.signInName ?? signInName) : signInName;
      if (!/\S/.test(name) || name.length > 200) return refused('signInName', 'Enter a sign-in name of up to 200 characters, such as your e-mail address');
      if (purpose !== 'reset' && (!/\S/.test(displayName) || displayName.length > 200)) return refused('displayName', 'Enter your name, in up to 200 characters');
      const trouble = passphraseTrouble(passphrase, name);
      if (trouble !== undefined) return refused('passphrase', trouble);
      const taken = refused('signInName', 'Somebody else signs in with this name. Choose another');
      if (isTaken(name, person)) return taken;
      const hash = await hashPassphrase(passphrase);
      return db.transaction((): Accepted => {
        if (isTaken(name, person)) return taken;
        if (db.prepare('DELETE FROM invitations WHERE token_hash = ? AND ends_at > ?').run(hashOf(token), now()).changes !== 1) return refused('', gone);
        db.prepare(
          `INSERT INTO accounts (person, sign_in_name, sign_in_key, display_name, passphrase) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (person) DO UPDATE SET sign_in_name = excluded.sign_in_name, sign_in_key = excluded.sign_in_key, display_name = coalesce(excluded.display_name, display_name), passphrase = excluded.passphrase`,
        ).run(person, name, keyOf(name), purpose === 'reset' ? null : displayName, hash);
        db.prepare("UPDATE sessions SET ended = 'signed-out' WHERE person = ? AND ended IS NULL").run(person);
        return { ok: true, person };
      })();
    },
  };
}

import type { Database } from 'better-sqlite3';
import type { Person } from '#kernel';
import type { Accepted } from './invitations.js';
import { hashPassphrase, isPassphrase, passphraseTrouble } from './passphrases.js';
import { hashOf } from './secrets.js';
import { keyOf } from './sign-in-name.js';

/**
 * `wait`: seconds until it may be tried again, after too many failures in a row. `person`: whose account it was, for the
 * access log; whoever tried is never told.
 */
export type SignedIn =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly because: 'not-right'; readonly person?: Person }
  | { readonly ok: false; readonly because: 'wait'; readonly seconds: number; readonly person?: Person };

/** Mistyping a few times costs nothing; then each failure doubles the wait. */
const free = 4;
const firstWait = 15_000;
const longestWait = 15 * 60_000;
/** After this long without a failure, counting begins anew. */
const forgotten = 24 * 3_600_000;
const waitAfter = (failures: number): number => (failures <= free ? 0 : Math.min(firstWait * 2 ** (failures - free - 1), longestWait));

interface Account {
  readonly person: Person;
  readonly passphrase: string | null;
  readonly disabled: number;
}

/**
 * Signing in by name and passphrase. A name that has no account takes as long, fails with the same answer and is made to
 * wait in the same way, so that nobody learns which names there are.
 */
export function signingIn(db: Database, now: () => number) {
  let decoy: Promise<string> | undefined;
  const attemptsOf = db.prepare('SELECT failures, last_at FROM attempts WHERE name_hash = ?');
  const failed = db.prepare('INSERT INTO attempts (name_hash, failures, last_at) VALUES (?, 1, ?) ON CONFLICT (name_hash) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at');
  const signIn = async (signInName: string, passphrase: string): Promise<SignedIn> => {
    const name = hashOf(keyOf(signInName));
    const account = db.prepare('SELECT person, passphrase, disabled FROM accounts WHERE sign_in_key = ?').get(keyOf(signInName)) as Account | undefined;
    const whose = account ? { person: account.person } : {};
    db.prepare('DELETE FROM attempts WHERE last_at < ?').run(now() - forgotten);
    const before = attemptsOf.get(name) as { failures: number; last_at: number } | undefined;
    const wait = before ? before.last_at + waitAfter(before.failures) - now() : 0;
    if (wait > 0) return { ok: false, because: 'wait', seconds: Math.ceil(wait / 1_000), ...whose };
    // Counted before it is looked at: a hundred guesses at once are a hundred failures.
    failed.run(name, now());
    const kept = account?.passphrase ?? (await (decoy ??= hashPassphrase('nobody signs in with this')));
    const isRight = await isPassphrase(passphrase, kept);
    if (!isRight || !account?.passphrase || account.disabled === 1) return { ok: false, because: 'not-right', ...whose };
    db.prepare('DELETE FROM attempts WHERE name_hash = ?').run(name);
    return { ok: true, person: account.person };
  };
  return {
    signIn,

    /** Sets a new passphrase for whoever knows the present one. Wrong guesses count as failures to sign in. */
    async changePassphrase(person: Person, current: string, next: string): Promise<Accepted> {
      const account = db.prepare('SELECT sign_in_name FROM accounts WHERE person = ?').get(person) as { sign_in_name: string | null } | undefined;
      const signInName = account?.sign_in_name ?? '';
      const came = await signIn(signInName, current);
      if (!came.ok) {
        const message = came.because === 'wait' ? `Too many wrong passphrases. Try again in ${came.seconds} seconds` : 'This is not your passphrase. Type the one that you signed in with';
        return { ok: false, problems: [{ field: 'current', message }] };
      }
      const trouble = passphraseTrouble(next, signInName);
      if (trouble !== undefined) return { ok: false, problems: [{ field: 'passphrase', message: trouble }] };
      db.prepare('UPDATE accounts SET passphrase = ? WHERE person = ?').run(await hashPassphrase(next), person);
      return { ok: true, person };
    },
  };
}

import type { Person } from '#kernel';
import { changingAccounts } from './changing.js';
import type { Accepted } from './invitations.js';
import type { Office } from './office.js';
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
export const forgotten = 24 * 3_600_000;
const waitAfter = (failures: number): number => (failures <= free ? 0 : Math.min(firstWait * 2 ** (failures - free - 1), longestWait));

/**
 * Signing in by name and passphrase. A name that has no account takes as long, fails with the same answer and is made to
 * wait in the same way, so that nobody learns which names there are.
 */
export function signingIn(office: Office, now: () => number) {
  let decoy: Promise<string> | undefined;
  /** Counts an attempt before it is looked at, so that a hundred guesses at once, on whichever servers, are a hundred failures; or how many milliseconds it has to wait. */
  const count = (nameHash: string): Promise<number> =>
    office.alone(`attempts ${nameHash}`, async (db) => {
      const before = await db.selectFrom('attempts').select(['failures', 'last_at']).where('name_hash', '=', nameHash).where('last_at', '>=', now() - forgotten).executeTakeFirst();
      const wait = before ? before.last_at + waitAfter(before.failures) - now() : 0;
      if (wait > 0) return wait;
      const after = { failures: (before?.failures ?? 0) + 1, last_at: now() };
      await db.insertInto('attempts').values({ name_hash: nameHash, ...after }).onConflict((known) => known.column('name_hash').doUpdateSet(after)).execute();
      return 0;
    });
  const signIn = async (signInName: string, passphrase: string): Promise<SignedIn> => {
    const name = hashOf(keyOf(signInName));
    const account = await office.db.selectFrom('accounts').select(['person', 'passphrase', 'disabled']).where('sign_in_key', '=', keyOf(signInName)).executeTakeFirst();
    const whose = account ? { person: account.person } : {};
    const wait = await count(name);
    if (wait > 0) return { ok: false, because: 'wait', seconds: Math.ceil(wait / 1_000), ...whose };
    const kept = account?.passphrase ?? (await (decoy ??= hashPassphrase('nobody signs in with this')));
    const isRight = await isPassphrase(passphrase, kept);
    if (!isRight || !account?.passphrase || account.disabled === 1) return { ok: false, because: 'not-right', ...whose };
    await office.db.deleteFrom('attempts').where('name_hash', '=', name).execute();
    return { ok: true, person: account.person };
  };
  return {
    signIn,

    /** Sets a new passphrase for whoever knows the present one. Wrong guesses count as failures to sign in. */
    async changePassphrase(person: Person, current: string, next: string): Promise<Accepted> {
      const account = await office.db.selectFrom('accounts').select('sign_in_name').where('person', '=', person).executeTakeFirst();
      const signInName = account?.sign_in_name ?? '';
      const came = await signIn(signInName, current);
      if (!came.ok) {
        const message = came.because === 'wait' ? `Too many wrong passphrases. Try again in ${came.seconds} seconds` : 'This is not your passphrase. Type the one that you signed in with';
        return { ok: false, problems: [{ field: 'current', message }] };
      }
      const trouble = passphraseTrouble(next, signInName);
      if (trouble !== undefined) return { ok: false, problems: [{ field: 'passphrase', message: trouble }] };
      const hash = await hashPassphrase(next);
      await changingAccounts(office, (db) => db.updateTable('accounts').set({ passphrase: hash }).where('person', '=', person).execute());
      return { ok: true, person };
    },
  };
}

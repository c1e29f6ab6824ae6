import type { Kysely } from 'kysely';
import type { Person, Problem } from '#kernel';
import { changingAccounts } from './changing.js';
import type { Office, OfficeTables, Purpose } from './office.js';
import { hashPassphrase, passphraseTrouble } from './passphrases.js';
import { hashOf, newSecret } from './secrets.js';
import { keyOf } from './sign-in-name.js';

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
export function invitations(office: Office, now: () => number) {
  const find = (token: string) =>
    office.db
      .selectFrom('invitations').leftJoin('accounts', 'accounts.person', 'invitations.person').select(['invitations.person', 'purpose', 'display_name', 'sign_in_name'])
      .where('token_hash', '=', hashOf(token)).where('ends_at', '>', now()).executeTakeFirst();
  const isTaken = async (db: Kysely<OfficeTables>, signInName: string, person: Person): Promise<boolean> =>
    (await db.selectFrom('accounts').select('person').where('sign_in_key', '=', keyOf(signInName)).where('person', '<>', person).executeTakeFirst()) !== undefined;

  return {
    /**
     * A one-time token for a link; earlier ones for the same person, or for a first administrator, are void from now on.
     * Whoever never chose a sign-in name joins, also where a reset was asked for: there is nothing that could stay.
     */
    async invite(person: Person, purpose: Purpose, { displayName, hours }: { readonly displayName?: string; readonly hours: number }): Promise<string> {
      const token = newSecret();
      await changingAccounts(office, async (db) => {
        const isVoid = db.deleteFrom('invitations').where((old) => old.or([old('person', '=', person), old('ends_at', '<=', now()), ...(purpose === 'first-administrator' ? [old('purpose', '=', purpose)] : [])]));
        await isVoid.execute();
        if (displayName !== undefined) {
          await db.insertInto('accounts').values({ person, display_name: displayName, disabled: 0 }).onConflict((known) => known.column('person').doUpdateSet({ display_name: displayName })).execute();
        }
        const known = await db.selectFrom('accounts').select('sign_in_name').where('person', '=', person).executeTakeFirst();
        const meant = purpose === 'reset' && !known?.sign_in_name ? 'join' : purpose;
        await db.insertInto('invitations').values({ token_hash: hashOf(token), person, purpose: meant, ends_at: now() + hours * hour }).execute();
      });
      return token;
    },

    /** What a link is for, while it can be used. */
    async invitation(token: string): Promise<Invitation | undefined> {
      const found = await find(token);
      return found && { person: found.person, purpose: found.purpose, displayName: found.display_name ?? undefined };
    },

    /** Uses a link: of two who send it at once, one gets in. Every session of the person ends. */
    async acceptInvitation(token: string, { signInName, displayName, passphrase }: Chosen): Promise<Accepted> {
      const found = await find(token);
      if (!found) return refused('', gone);
      const { person, purpose } = found;
      const name = purpose === 'reset' ? (found.sign_in_name ?? signInName) : signInName;
      if (!/\S/.test(name) || name.length > 200) return refused('signInName', 'Enter a sign-in name of up to 200 characters, such as your e-mail address');
      if (purpose !== 'reset' && (!/\S/.test(displayName) || displayName.length > 200)) return refused('displayName', 'Enter your name, in up to 200 characters');
      const trouble = passphraseTrouble(passphrase, name);
      if (trouble !== undefined) return refused('passphrase', trouble);
      const taken = refused('signInName', 'Somebody else signs in with this name. Choose another');
      if (await isTaken(office.db, name, person)) return taken;
      const own = { sign_in_name: name, sign_in_key: keyOf(name), passphrase: await hashPassphrase(passphrase), ...(purpose === 'reset' ? {} : { display_name: displayName }) };
      return changingAccounts(office, async (db): Promise<Accepted> => {
        if (await isTaken(db, name, person)) return taken;
        const { numDeletedRows } = await db.deleteFrom('invitations').where('token_hash', '=', hashOf(token)).where('ends_at', '>', now()).executeTakeFirst();
        if (numDeletedRows !== 1n) return refused('', gone);
        await db.insertInto('accounts').values({ person, ...own, disabled: 0 }).onConflict((known) => known.column('person').doUpdateSet(own)).execute();
        await db.updateTable('sessions').set({ ended: 'signed-out' }).where('person', '=', person).where('ended', 'is', null).execute();
        return { ok: true, person };
      });
    },
  };
}

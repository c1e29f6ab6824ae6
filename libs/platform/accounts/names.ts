import type { Person } from '#kernel';
import { changingAccounts } from './changing.js';
import type { Office } from './office.js';

/** What an administrator sees of an account. */
export interface AccountSeen {
  readonly person: Person;
  readonly displayName: string | undefined;
  /** Left out while nobody has accepted the invitation. */
  readonly signInName: string | undefined;
  readonly disabled: boolean;
}

const alphabet = new Intl.Collator('en-GB');
const byName = (one: AccountSeen, other: AccountSeen): number =>
  Number(one.displayName === undefined) - Number(other.displayName === undefined) || alphabet.compare(one.displayName ?? '', other.displayName ?? '') || (one.person < other.person ? -1 : 1);

/** Who is who: the only place that knows the name of a person. */
export function names(office: Office) {
  const { db } = office;
  let known: { readonly revision: number; readonly people: readonly AccountSeen[] } | undefined;
  return {
    nameOf: async (person: Person): Promise<string | undefined> =>
      (await db.selectFrom('accounts').select('display_name').where('person', '=', person).executeTakeFirst())?.display_name ?? undefined,

    /** Everybody by their names. The same list as before, while no server has changed anything about accounts: asking again costs next to nothing. */
    async people(): Promise<readonly AccountSeen[]> {
      const { number: revision } = await db.selectFrom('revisions').select('number').where('of', '=', 'accounts').executeTakeFirstOrThrow();
      if (known?.revision !== revision) {
        const rows = await db.selectFrom('accounts').select(['person', 'display_name', 'sign_in_name', 'disabled']).execute();
        const people = rows.map(({ person, display_name, sign_in_name, disabled }) => ({ person, displayName: display_name ?? undefined, signInName: sign_in_name ?? undefined, disabled: disabled === 1 }));
        known = { revision, people: people.sort(byName) };
      }
      return known.people;
    },

    /** Says how a person is called, whether or not they can sign in already. */
    rename: (person: Person, displayName: string): Promise<void> =>
      changingAccounts(office, async (changing) => {
        await changing.insertInto('accounts').values({ person, display_name: displayName, disabled: 0 }).onConflict((known) => known.column('person').doUpdateSet({ display_name: displayName })).execute();
      }),

    /** Lets nobody in under this account any more: sessions, tokens and links of theirs are worth nothing from now on. */
    disable: (person: Person): Promise<void> =>
      changingAccounts(office, async (changing) => {
        await changing.insertInto('accounts').values({ person, disabled: 1 }).onConflict((known) => known.column('person').doUpdateSet({ disabled: 1 })).execute();
        await changing.updateTable('sessions').set({ ended: 'signed-out' }).where('person', '=', person).where('ended', 'is', null).execute();
        await changing.deleteFrom('invitations').where('person', '=', person).execute();
      }),
  };
}

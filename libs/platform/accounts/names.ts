import type { Database } from 'better-sqlite3';
import type { Person } from '#kernel';

/** What an administrator sees of an account. */
export interface AccountSeen {
  readonly person: Person;
  readonly displayName: string | undefined;
  /** Left out while nobody has accepted the invitation. */
  readonly signInName: string | undefined;
  readonly disabled: boolean;
}
interface Row {
  readonly person: Person;
  readonly display_name: string | null;
  readonly sign_in_name: string | null;
  readonly disabled: number;
}

/** Who is who: the only place that knows the name of a person. */
export function names(db: Database) {
  const one = db.prepare('SELECT display_name FROM accounts WHERE person = ?');
  const all = db.prepare('SELECT person, display_name, sign_in_name, disabled FROM accounts ORDER BY display_name IS NULL, display_name COLLATE NOCASE, person');
  return {
    nameOf: (person: Person): string | undefined => (one.get(person) as Pick<Row, 'display_name'> | undefined)?.display_name ?? undefined,

    people: (): readonly AccountSeen[] =>
      (all.all() as Row[]).map(({ person, display_name, sign_in_name, disabled }) => ({
        person, displayName: display_name ?? undefined, signInName: sign_in_name ?? undefined, disabled: disabled === 1,
      })),

    /** Says how a person is called, whether or not they can sign in already. */
    rename: (person: Person, displayName: string): void => {
      db.prepare('INSERT INTO accounts (person, display_name) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET display_name = excluded.display_name').run(person, displayName);
    },

    /** Lets nobody in under this account any more: sessions, tokens and links of theirs are worth nothing from now on. */
    disable: (person: Person): void => {
      db.transaction(() => {
        db.prepare('INSERT INTO accounts (person, disabled) VALUES (?, 1) ON CONFLICT (person) DO UPDATE SET disabled = 1').run(person);
        db.prepare("UPDATE sessions SET ended = 'signed-out' WHERE person = ? AND ended IS NULL").run(person);
        db.prepare('DELETE FROM invitations WHERE person = ?').run(person);
      })();
    },
  };
}

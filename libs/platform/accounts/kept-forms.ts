import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Person } from '#kernel';
import type { Clock } from '#platform/event-store';

/** What somebody had typed into a form when their session had ended. */
export interface KeptForm {
  /** Path of the form within the server. */
  readonly path: string;
  readonly words: Readonly<Record<string, string>>;
}
/** A form that came back. `isOwn`: whether it is known that whoever asks for it had typed it. */
export interface KeptFormFound extends KeptForm {
  readonly isOwn: boolean;
}
/** Begins the ids of forms that came without a session: anybody may have typed them, and sent somebody the link. */
const anybodys = 'anybodys-';

const hours = 3_600_000;
/** As long as a session may last: whoever does not come back on the same day begins anew. */
const keptFor = 12 * hours;
/** More than an office types in half a day; those of nobody and the oldest go first, so nobody can fill the disk with forms, or push out those of others. */
const capacity = 200;

/** Keeps typed forms until their author has signed in again. They are never carried out from here: a person presses the button. */
export class KeptForms {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a form, and returns the id to ask for it with. `person` is left out where nobody knows whose session it was. */
  keep({ path, words }: KeptForm, person?: Person): string {
    const now = this.#now();
    const id = `${person === undefined ? anybodys : ''}${randomBytes(16).toString('base64url')}`;
    this.db.prepare('DELETE FROM kept_forms WHERE kept_at < ? OR id IN (SELECT id FROM kept_forms ORDER BY person IS NOT NULL DESC, kept_at DESC LIMIT -1 OFFSET ?)').run(now - keptFor, capacity - 1);
    this.db.prepare('INSERT INTO kept_forms (id, person, path, words, kept_at) VALUES (?, ?, ?, ?, ?)').run(id, person ?? null, path, JSON.stringify(words), now);
    return id;
  }

  /** The form with this id, for the person who typed it and nobody else; whoever comes first, where that is not known. */
  find(id: string, person: Person): KeptFormFound | undefined {
    const found = this.db
      .prepare('UPDATE kept_forms SET person = ? WHERE id = ? AND (person IS NULL OR person = ?) AND kept_at >= ? RETURNING path, words')
      .get(person, id, person, this.#now() - keptFor) as { path: string; words: string } | undefined;
    return found && { path: found.path, words: JSON.parse(found.words) as KeptForm['words'], isOwn: !id.startsWith(anybodys) };
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}

import { randomBytes } from 'node:crypto';
import type { Person } from '#kernel';
import type { Office } from './office.js';

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
export const keptFor = 12 * hours;
/** More than an office types in half a day; those of nobody and the oldest go first, so nobody can fill the disk with forms, or push out those of others. */
const capacity = 200;

/** Keeps typed forms until their author has signed in again, on whichever server. They are never carried out from here: a person presses the button. */
export class KeptForms {
  constructor(
    private readonly office: Office,
    private readonly now: () => number,
  ) {}

  /** Keeps a form, and returns the id to ask for it with. `person` is left out where nobody knows whose session it was. */
  async keep({ path, words }: KeptForm, person?: Person): Promise<string> {
    const now = this.now();
    const id = `${person === undefined ? anybodys : ''}${randomBytes(16).toString('base64url')}`;
    await this.office.alone('kept forms', async (db) => {
      const staying = db.selectFrom('kept_forms').select('id').orderBy((form) => form('person', 'is not', null), 'desc').orderBy('kept_at', 'desc').limit(capacity - 1);
      await db.deleteFrom('kept_forms').where((form) => form.or([form('kept_at', '<', now - keptFor), form('id', 'not in', staying)])).execute();
      await db.insertInto('kept_forms').values({ id, person: person ?? null, path, words: JSON.stringify(words), kept_at: now }).execute();
    });
    return id;
  }

  /** The form with this id, for the person who typed it and nobody else; whoever comes first, where that is not known. */
  async find(id: string, person: Person): Promise<KeptFormFound | undefined> {
    const found = await this.office.db
      .updateTable('kept_forms').set({ person })
      .where('id', '=', id).where((form) => form.or([form('person', 'is', null), form('person', '=', person)])).where('kept_at', '>=', this.now() - keptFor)
      .returning(['path', 'words']).executeTakeFirst();
    return found && { path: found.path, words: JSON.parse(found.words) as KeptForm['words'], isOwn: !id.startsWith(anybodys) };
  }
}

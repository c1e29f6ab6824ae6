import type { CommandDeclaration, IsoDate } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import type { Shelf } from '#platform/shelf';

/** A command that falls due on a day, with the event that made it so. */
export interface Due {
  readonly duty: string;
  readonly due: IsoDate;
  readonly command: CommandDeclaration;
  readonly input: object;
  readonly key: string;
  readonly causation: string;
}

/** How far the log was gone through, and what of it is left to do. */
export interface Attended {
  readonly position: Position;
  readonly due: readonly Due[];
}

interface Kept {
  readonly position: Position;
  /** Id of the event there: tells this log from another. */
  readonly mark: string;
  /** Workflows and their versions: others would have made other things due. */
  readonly of: string;
  readonly due: readonly (Omit<Due, 'command'> & { readonly command: string })[];
}

const name = 'duties.json';
/** A process that comes back after longer than this may as well go through the log. */
const keptDays = 30;

/**
 * Keeps on the shelf what was attended to, so that a start does not go through the whole log again, nor repeat what rules have
 * refused. It is made from the log: where it is missing, torn or of another log, everything is gone through once more.
 */
export class AttendedNote {
  constructor(
    private readonly shelf: Pick<Shelf, 'readWhole' | 'put'>,
    private readonly of: string,
    private readonly find: (command: string) => CommandDeclaration | undefined,
  ) {}

  async read(store: Pick<EventStore, 'readAll' | 'head'>): Promise<Attended | undefined> {
    const kept = await this.#kept();
    if (kept?.of !== this.of || kept.position < 1 || kept.position > (await store.head()).position) return undefined;
    const [event] = (await store.readAll({ after: kept.position - 1, limit: 1 })).events;
    if (event?.id !== kept.mark) return undefined;
    const due = kept.due.flatMap((each) => {
      const command = this.find(each.command);
      return command ? [{ ...each, command }] : [];
    });
    return due.length === kept.due.length ? { position: kept.position, due } : undefined;
  }

  async write(store: Pick<EventStore, 'readAll'>, { position, due }: Attended): Promise<void> {
    if (position < 1) return;
    const [event] = (await store.readAll({ after: position - 1, limit: 1 })).events;
    if (!event) return;
    const kept: Kept = { position, mark: event.id, of: this.of, due: due.map((each) => ({ ...each, command: each.command.name })) };
    await this.shelf.put(name, [JSON.stringify(kept)], { type: 'application/json', days: keptDays });
  }

  async #kept(): Promise<Kept | undefined> {
    const text = await this.shelf.readWhole(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Kept;
    } catch (fault) {
      if (fault instanceof SyntaxError) return undefined; // read while it was replaced
      throw fault;
    }
  }
}

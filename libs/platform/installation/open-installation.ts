import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStream, Authority, CommandDeclaration, ViewDeclaration, WorkflowDeclaration } from '#kernel';
import { fileAccessLog, type AccessLog } from '#platform/access';
import { Engine, type Assertion } from '#platform/engine';
import { openGenesis, StoreFault, systemClock, type Clock, type EventStore, type LogKind } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { ViewStore, type AnyQuestion } from '#platform/view-store';
import { AttendedFile } from './attended.js';
import { codecFor } from './codec.js';
import { Duties, madeBy } from './duties.js';
import { foundingEngine, layFoundation, type Foundation } from './foundation.js';

/** Everything that is declared, gathered by the app from domain, views and workflows. */
export interface Declarations {
  readonly commands: readonly CommandDeclaration[];
  readonly streams: readonly AnyStream[];
  readonly views: readonly ViewDeclaration[];
  readonly questions: readonly AnyQuestion[];
  readonly workflows: readonly WorkflowDeclaration[];
  readonly authority: Authority;
  readonly foundation: Foundation;
  /** Laws that every decision must keep before it is stored, such as that its postings balance. */
  readonly assertions?: readonly Assertion[];
}

export interface InstallationOptions {
  /** Holds events.db, views.db and access.jsonl; made when it is not there. */
  readonly folder: string;
  readonly declarations: Declarations;
  /** What a new log is opened as. A log that is there keeps its kind; asking for another is refused. */
  readonly kind?: LogKind;
  readonly origin?: string;
  /** When a new demonstration was opened: the first day of its playbook, since the log never goes backwards. */
  readonly recordedAt?: string;
  readonly clock?: Clock;
  /** Opens views that belong to another log too, so that they can be rebuilt; they answer nothing until then. */
  readonly repairing?: boolean;
}

/** One embedded Tallystick: the log, the engine and the views of a data folder. */
export interface Installation {
  readonly folder: string;
  readonly kind: LogKind;
  readonly origin: string;
  readonly store: EventStore;
  readonly engine: Engine;
  /** For the console alone: it acts as the installation, so no page and no token may ever reach it. */
  readonly founding: Pick<Engine, 'run'>;
  readonly views: ViewStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly duties: Duties;
  readonly declarations: Declarations;
  find(command: string): CommandDeclaration | undefined;
  close(): Promise<void>;
}

/** Opens the data folder, beginning a log where there is none. Throws StoreFault when it is out of reach or of another kind. */
export async function openInstallation({ folder, declarations, kind, origin = 'tallystick.local/log', recordedAt, clock = systemClock, repairing = false }: InstallationOptions): Promise<Installation> {
  makeFolder(folder);
  const store = await openSqliteEventStore({ file: join(folder, 'events.db'), codec: codecFor(declarations.streams), clock });
  try {
    const opened = await openGenesis(store, { origin, kind: kind ?? (await kindOf(store)), ...(recordedAt === undefined ? {} : { recordedAt }) });
    const access = fileAccessLog(join(folder, 'access.jsonl'));
    const parts = { store, clock, access, kind: opened.kind };
    if (!repairing) await layFoundation(parts, declarations.foundation);
    const engine = new Engine({ ...parts, authority: declarations.authority, assertions: declarations.assertions ?? [] });
    const find = (name: string): CommandDeclaration | undefined => declarations.commands.find((command) => command.name === name);
    const views = ViewStore.open({ file: join(folder, 'views.db'), store, views: declarations.views });
    if (!repairing) await views.start();
    return {
      folder, ...opened, store, engine, founding: foundingEngine(parts, declarations.foundation), views, access, clock, declarations,
      duties: new Duties({ store, engine, clock, workflows: declarations.workflows, kept: new AttendedFile(join(folder, 'duties.json'), madeBy(declarations.workflows), find) }),
      find,
      close: async () => {
        await views.close();
        await store.close();
        access.close();
      },
    };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** What a log that is there was opened as; a new one is live unless it is asked to be a demonstration. */
async function kindOf(store: EventStore): Promise<LogKind> {
  const [first] = (await store.readAll({ after: 0, limit: 1 })).events;
  return (first?.data as { kind?: LogKind } | undefined)?.kind ?? 'live';
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreFault('unreachable', `The data folder ${folder} cannot be made: ${(cause as Error).message}. Name another with --data or TALLYSTICK_DATA`, { cause });
  }
}

import { mkdirSync } from 'node:fs';
import type { AnyStream, Authority, CommandDeclaration, ViewDeclaration, WorkflowDeclaration } from '#kernel';
import { openAccessLog, type AccessLog } from '#platform/access';
import { Engine, type Assertion, type EngineWatch } from '#platform/engine';
import { openGenesis, StoreFault, systemClock, type Clock, type EventStore, type LogKind } from '#platform/event-store';
import { keptFilesAt, type KeptFiles } from '#platform/kept-files';
import { ViewStore, type AnyQuestion, type ViewWatch } from '#platform/view-store';
import { addressesIn, type Addresses, type AddressSettings } from './addresses.js';
import { codecFor } from './codec.js';
import { foundingEngine, layFoundation, type Foundation } from './foundation.js';
import { openEventStore } from './open-event-store.js';
import { openViewDatabase } from './open-view-database.js';

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
  /** Holds whatever the settings do not put elsewhere; made when it is not there. */
  readonly folder: string;
  /** Where the log, the views and the jobs are when they are not in the folder. */
  readonly settings?: AddressSettings;
  readonly declarations: Declarations;
  /** What a new log is opened as. A log that is there keeps its kind; asking for another is refused. */
  readonly kind?: LogKind;
  readonly origin?: string;
  /** When a new demonstration was opened: the first day of its playbook, since the log never goes backwards. */
  readonly recordedAt?: string;
  readonly clock?: Clock;
  /** Opens views that belong to another log too, so that they can be rebuilt; they answer nothing until then. */
  readonly repairing?: boolean;
  /** Whether this process keeps the views up. Left out, it does unless others are there for it: where jobs have an address, workers are. */
  readonly works?: boolean;
  /** Measures and traces what the log and the engine do; nothing else depends on it. */
  readonly watch?: InstallationWatch;
}

/** What stands around the parts of an installation without being one of them. */
export interface InstallationWatch {
  readonly engine: EngineWatch;
  /** The same log, looked at. */
  store(store: EventStore): EventStore;
  /** Hears how many appends travel in one write. */
  readonly onGroup: (appends: number) => void;
  readonly views: ViewWatch;
}

/** One Tallystick: a log, its engine and its views, wherever they are kept. */
export interface Installation {
  readonly folder: string;
  readonly addresses: Addresses;
  readonly kind: LogKind;
  readonly origin: string;
  readonly store: EventStore;
  readonly engine: Engine;
  /** For the console alone: it acts as the installation, so no page and no token may ever reach it. */
  readonly founding: Pick<Engine, 'run'>;
  readonly views: ViewStore;
  readonly access: AccessLog;
  /** Files that answer questions; opened when the first is asked for. */
  readonly files: KeptFiles;
  readonly clock: Clock;
  readonly declarations: Declarations;
  find(command: string): CommandDeclaration | undefined;
  close(): Promise<void>;
}

/** Opens what lies at the addresses, beginning a log where there is none. Throws StoreFault when it is out of reach or of another kind. */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { folder, settings, declarations, kind, origin = 'tallystick.local/log', recordedAt, clock = systemClock, repairing = false, watch } = options;
  const addresses = addressesIn(folder, settings);
  const { works = addresses.jobs === undefined } = options;
  makeFolder(folder);
  const plain = await openEventStore(addresses.events, { codec: codecFor(declarations.streams), clock, ...(watch ? { onGroup: watch.onGroup } : {}) });
  const store = watch?.store(plain) ?? plain;
  try {
    const opened = await openGenesis(store, { origin, kind: kind ?? (await kindOf(store)), ...(recordedAt === undefined ? {} : { recordedAt }) });
    const access = await openAccessLog(addresses.access);
    const parts = { store, clock, access, kind: opened.kind, ...(watch === undefined ? {} : { watch: watch.engine }) };
    if (!repairing) await layFoundation(parts, declarations.foundation);
    const engine = new Engine({ ...parts, authority: declarations.authority, assertions: declarations.assertions ?? [] });
    const find = (name: string): CommandDeclaration | undefined => declarations.commands.find((command) => command.name === name);
    const views = await ViewStore.open({ database: await openViewDatabase(addresses.views), store, views: declarations.views, ...(watch ? { watch: watch.views } : {}) });
    if (!repairing && works) await views.start();
    const files = keptFilesAt({ address: addresses.files, clock });
    return {
      folder, addresses, ...opened, store, engine, founding: foundingEngine(parts, declarations.foundation), views, access, files, clock, declarations,
      find,
      close: async () => {
        await views.close();
        await files.close();
        await store.close();
        await access.close();
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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressSettings } from '#platform/installation';
import { root } from '../../../infra/bootstrap/places.js';
import { OwnProcess } from './own-process.js';

/** Where an installation lies, as a process opens it. */
export interface Place {
  readonly folder: string;
  readonly settings: AddressSettings;
}

/** Something that is run for callers and can be broken. */
export interface Site {
  readonly servers: readonly OwnProcess[];
  /** None where the server does their work itself. */
  readonly workers: readonly OwnProcess[];
  /** Where callers find the servers. */
  readonly addresses: readonly string[];
  /** The same stores by a way that no fault is done to: for those who look on. */
  readonly beside: Place;
  /** The same log with views that nobody made yet. */
  anew(): Promise<Place>;
  stop(): Promise<void>;
}

/** What each says when it is there, and how loud it must speak to say that. */
const kinds = { server: { ready: / at http\S+/, level: 'warn' }, worker: { ready: /the worker attends/, level: 'info' } } as const;

/** A server or a worker over a place, on a port, with files of its own in a folder. */
export function ownProcess(kind: 'server' | 'worker', number: number, port: number, { folder, settings }: Place, saidIn: string): OwnProcess {
  for (const each of [folder, saidIn]) mkdirSync(each, { recursive: true });
  const addresses = Object.fromEntries(Object.entries(settings).filter((each): each is [string, string] => each[1] !== undefined));
  return new OwnProcess({
    name: `${kind} ${number}`, saidIn: join(saidIn, `${kind}-${number}.log`), ready: kinds[kind].ready,
    words: [join(root, 'dist', 'apps', kind, 'main.js')],
    environment: { ...addresses, TALLYSTICK_DATA: folder, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: kinds[kind].level },
  });
}

/** Starts everything at once, as after a power cut; what cannot start takes the rest down with it. */
export async function started<Running extends Site>(site: Running): Promise<Running> {
  try {
    await Promise.all([...site.servers, ...site.workers].map((each) => each.start()));
    return site;
  } catch (fault) {
    await site.stop();
    throw fault;
  }
}

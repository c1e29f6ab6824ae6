import { StoreFault } from '#platform/event-store';
import type { KurrentAddress } from './address.js';

export type ClientPackage = typeof import('@kurrent/kurrentdb-client');
export type Client = ReturnType<ClientPackage['KurrentDBClient']['connectionString']>;

/** The client is optional, and half of it is native code for some systems only: whoever needs no KurrentDB never loads it. */
export async function loadClient(load: () => Promise<ClientPackage> = () => import('@kurrent/kurrentdb-client')): Promise<ClientPackage> {
  try {
    return await load();
  } catch (cause) {
    const advice = 'Run npm install @kurrent/kurrentdb-client without --omit=optional, on Linux, macOS or Windows (x64, or arm64 but for Windows)';
    throw new StoreFault('unreachable', `The client for KurrentDB, or its native part for this system, is not installed. ${advice}`, { cause });
  }
}

/** The client in use, which is two connections: one to read, one for the rest. */
export class Connection {
  readonly #package: ClientPackage;
  readonly #address: KurrentAddress;
  #client: Client;

  constructor(loaded: ClientPackage, address: KurrentAddress) {
    this.#package = loaded;
    this.#address = address;
    this.#client = this.#connect();
  }

  get client(): Client {
    return this.#client;
  }

  get filterByStream(): ClientPackage['streamNameFilter'] {
    return this.#package.streamNameFilter;
  }

  /** For a connection that swallows calls: whoever was given the old client keeps it until its call has ended. */
  renew(silent: Client): void {
    if (silent !== this.#client) return; // another call has seen to it
    this.#client = this.#connect();
    void silent.dispose();
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }

  #connect(): Client {
    const { connectionString, credentials, shown } = this.#address;
    try {
      const client = this.#package.KurrentDBClient.connectionString(connectionString);
      if (credentials !== undefined) client.setCredentialsProvider(() => Promise.resolve(credentials));
      return client;
    } catch (cause) {
      throw new StoreFault('invalid', `${shown}: the client refuses the address: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
}

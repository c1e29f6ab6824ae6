import pg from 'pg';
import { settingsOf, type Place } from './settings.js';

/** What the driver can do and its types leave out: whether an open connection keeps the process alive. */
export type Client = pg.Client & { ref(): void; unref(): void };

/** A connection that is not open yet; `lost` is called when it goes away of itself. */
export function newClient(place: Place, name: string, lost: (client: Client) => void): Client {
  const client = new pg.Client(settingsOf(place, name)) as Client;
  client.on('error', () => lost(client)); // without this, the loss of an idle connection would end the process
  return client;
}

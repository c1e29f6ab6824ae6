import { join } from 'node:path';
import { freePort } from '../../support/servers/free-port.js';
import { ownProcess, started, type Site } from './site.js';

/** One server over a data folder, as a team runs it: it does the workers' work itself. */
export async function startEmbedded(folder: string, data = join(folder, 'data')): Promise<Site> {
  const port = await freePort();
  const servers = [ownProcess('server', 1, port, { folder: data, settings: {} }, folder)];
  return started({
    servers,
    workers: [],
    addresses: [`http://127.0.0.1:${port}`],
    beside: { folder: data, settings: {} },
    anew: async () => ({ folder: join(folder, 'anew'), settings: { EVENT_STORE_URL: `sqlite:${join(data, 'events.db')}` } }),
    stop: async () => {
      for (const server of servers) await server.kill9();
    },
  });
}

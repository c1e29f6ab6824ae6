import { randomUUID } from 'node:crypto';
import type { AddressSettings } from '#platform/installation';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

/** Where a story is played: a folder, and the addresses of what does not lie in it. */
export interface Stage {
  readonly folder: string;
  readonly settings: AddressSettings;
}

/** Tells a story on the log in memory, in a file and in PostgreSQL (views there too): with the same figures, and the same root at its end. `another` makes an empty place of the same kind. */
export function onEveryStore(story: (stage: () => Stage, tellRoot: (root: string) => void, another: () => Promise<AddressSettings>) => void): void {
  const roots = new Map<string, string>();
  const tell = (name: string, settings: () => Promise<AddressSettings>) => (): void => {
    let folder: TemporaryFolder;
    let stage: Stage;
    beforeAll(async () => {
      folder = await temporaryFolder();
      stage = { folder: folder.path('data'), settings: await settings() };
    });
    afterAll(() => folder.remove());
    const tellRoot = (root: string): void => {
      roots.set(name, root);
      expect([...new Set(roots.values())]).toHaveLength(1);
    };
    story(() => stage, tellRoot, settings);
  };
  describe('with the log in memory', tell('memory', async () => ({ EVENT_STORE_URL: `memory:${randomUUID()}` })));
  describe('with the log in a file', tell('file', async () => ({})));
  requireService('postgres')('with log and views in PostgreSQL', () => {
    let postgres: PostgresServer;
    beforeAll(async () => {
      postgres = await startPostgres();
    }, 60_000);
    afterAll(() => postgres.stop());
    tell('postgres', async () => {
      const address = await postgres.newDatabase();
      return { EVENT_STORE_URL: address, VIEW_STORE_URL: address };
    })();
  });
}

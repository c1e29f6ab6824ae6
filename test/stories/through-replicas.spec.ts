import { declarations } from '#attendance';
import type { Installation } from '#platform/installation';
import { merged, play } from '#platform/playbooks';
import { checkLog } from '#platform/transparency';
import { programmePage, trialBalance } from '#views';
import { toCode } from '#kernel';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { demonstrationPlaybooks } from '../../apps/server/demonstration.js';
import { openDemonstration } from '../support/demonstration-house.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

/**
 * The same stories where nobody is alone: each step goes to the other of two servers, two workers keep the views, and all
 * that they share is the database. What one server stored, the other decides upon.
 */
requireService('postgres')('the demonstration through two servers and two workers', () => {
  const playbooks = demonstrationPlaybooks('infra/demonstration');
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  let alone: Installation;
  const servers: Installation[] = [];
  const workers: Installation[] = [];

  /** Plays all books, step by step: the n-th command goes to the n-th of the houses, round and round. */
  async function playThrough(houses: readonly Installation[]): Promise<void> {
    let turn = 0;
    const [first] = houses as readonly [Installation];
    const run: Installation['engine']['run'] = (command, input, context) => (houses[turn++ % houses.length] as Installation).engine.run(command, input, context);
    const { stopped } = await play(merged(playbooks), { kind: first.kind, run, wasPlayed: wasPlayed(first.store) }, { window: 1 });
    if (stopped) throw new Error(`${stopped.file}:${stopped.line}: ${stopped.reason}`);
  }

  beforeAll(async () => {
    [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
    const address = await postgres.newDatabase();
    const settings = { EVENT_STORE_URL: address, VIEW_STORE_URL: address };
    const open = (name: string, works: boolean): Promise<Installation> =>
      openDemonstration(playbooks, { folder: folder.path(name), settings, works });
    workers.push(...(await Promise.all([open('worker-1', true), open('worker-2', true)])));
    servers.push(...(await Promise.all([open('server-1', false), open('server-2', false)])));
    alone = await openDemonstration(playbooks, { folder: folder.path('alone'), settings: { EVENT_STORE_URL: 'memory:' } });
    await Promise.all([playThrough(servers), playThrough([alone])]);
  }, 240_000);
  afterAll(async () => {
    for (const house of [...servers, ...workers, alone]) await house.close();
    await Promise.all([postgres.stop(), folder.remove()]);
  });

  it('come to the root that they have where one process does it all', async () => {
    const [together, byOne] = await Promise.all([checkLog((servers[0] as Installation).store), checkLog(alone.store)]);
    expect(together.findings).toEqual([]);
    expect(together.root).toBe(byOne.root);
  });

  it('come to the same figures, whichever server is asked', async () => {
    await Promise.all([...servers, alone].map((house) => house.views.caughtUp()));
    for (const [question, input] of [[programmePage, { programme: toCode('PRODEXP') }], [programmePage, { programme: toCode('FUTURE') }], [trialBalance, {}]] as const) {
      const answers = await Promise.all([...servers, alone].map((house) => house.views.ask(question as never, input)));
      expect(answers[0]).toMatchObject({ outcome: 'answered' });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });

  it('have every view kept up by one of the workers, and by no server', async () => {
    const status = await Promise.all([...servers, ...workers].map((house) => house.views.status()));
    const [atServers, atWorkers] = [status.slice(0, 2).flatMap(({ works }) => works), status.slice(2).map(({ works }) => works)];
    expect(atServers).toEqual([]);
    expect(atWorkers.flat().sort()).toEqual(declarations.views.map(({ name }) => name).sort());
    expect(atWorkers.filter((share) => share.length === 0)).toEqual([]);
    for (const { views } of status) expect(views.filter(({ behind, fault }) => behind > 0 || fault)).toEqual([]);
  });

  it('show at one server what was done a moment ago at the other', async () => {
    const [here, there] = servers as [Installation, Installation];
    const { position } = await here.store.head();
    const asked = await there.views.ask(trialBalance as never, {});
    expect(asked).toMatchObject({ outcome: 'answered', position });
  });
});

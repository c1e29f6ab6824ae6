import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { declarations } from '#attendance';
import { openAccounts } from '#platform/accounts';
import { openInstallation, type Installation } from '#platform/installation';
import { noTracing, openLog, openOperationsPort, watchOf } from '#platform/telemetry';
import { greet } from './greeting.js';
import { standingOf } from './standing.js';

/** A server as it stands in a cluster: it answers, and leaves it to workers to keep the views up. */
describe('a server in a cluster that has just started', () => {
  let folder: string;
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tally-greeting-'))));
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (log: string, parts: { works: boolean; repairing?: boolean }): Promise<Installation> => {
    const installation = await openInstallation({ folder, settings: { EVENT_STORE_URL: `sqlite:${join(folder, log)}` }, declarations, ...parts });
    closing.push(installation.close);
    return installation;
  };
  const started = async (installation: Installation) => {
    const [said, lines]: [string[], string[]] = [[], []];
    const accounts = await openAccounts({ address: installation.addresses.accounts, clock: installation.clock });
    const log = openLog({ level: 'info', part: 'server', to: { write: (line) => void lines.push(line) } });
    const standing = standingOf({ house: installation, watch: watchOf(noTracing), log, folder });
    const port = await openOperationsPort(standing, { host: '127.0.0.1', port: 0 });
    const stop = new AbortController();
    const greeted = greet({ house: { ...installation, accounts }, standing, address: 'http://here', where: `data in ${folder}`, say: (words) => said.push(words), signal: stop.signal });
    closing.push(() => accounts.close(), () => port.close(), async () => {
      stop.abort();
      await greeted;
    });
    const ready = async () => {
      const answer = await fetch(`http://127.0.0.1:${port.port}/health/ready`);
      return { code: answer.status, ...((await answer.json()) as { because?: string }) };
    };
    const comes = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
      for (const until = performance.now() + 20_000; !(await isSo()); await pause(50)) if (performance.now() > until) throw new Error(said.join(''));
    };
    return { said, lines, ready, comes };
  };

  it('over views of another log says so on its console, in its log and to load balancers, and makes a link when they are made again', async () => {
    const before = await open('before.db', { works: true });
    expect(await before.views.caughtUp()).toBe(true);
    await closing.pop()?.();
    const { said, lines, ready, comes } = await started(await open('after.db', { works: false }));
    const why = /stands at event @\d+ of another log than this one.*Make the views again with: tally rebuild/;
    expect(await ready()).toEqual({ code: 503, status: 'not ready', because: expect.stringMatching(why) as string });
    await comes(() => said.join('').includes('The link for a first administrator waits'));
    expect(said.join('')).toMatch(/live store at http:\/\/here[\s\S]*Not ready: The view/);
    expect(lines.join('')).toMatch(why);
    expect(said.join('')).not.toContain('/first-administrator/');

    await (await open('after.db', { works: true, repairing: true })).views.rebuild();
    await comes(() => said.join('').includes('http://here/first-administrator/'));
    await comes(async () => (await ready()).code === 200);
  }, 60_000);

  it('makes no link from views that have not come to the events that they must know', async () => {
    const { said, comes } = await started(await open('new.db', { works: false }));
    await comes(() => said.join('').includes('The link for a first administrator waits'));
    expect(said.join('')).toMatch(/Who administers is not known yet: the view of people stands at event @0 of @\d+\. Wait, or start a worker/);
    await open('new.db', { works: true });
    await comes(() => said.join('').includes('http://here/first-administrator/'));
  }, 60_000);
});

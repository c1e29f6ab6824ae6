/**
 * `npm run bench:postgres`: starts a PostgreSQL of its own from the installed packages, installs what is measured beside, and
 * runs `tally bench` on it with whatever else was typed. Nothing is left behind but the peers' packages.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npmCi } from '../bootstrap/npm.js';
import { say } from '../bootstrap/say.js';
import '../../test/support/run-typescript.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const peers = 'infra/bench/peers';
const peer = 'infra/bench/peers/append.js';
const services = new URL('../../test/support/servers/postgres.ts', import.meta.url).href;
/** As large as a small server has it; flushes stay on, as wherever awards are kept. */
const settings = { shared_buffers: '256MB', max_wal_size: '4GB' };

const installed = 'node_modules/@event-driven-io/emmett-postgresql/package.json';
if (!existsSync(`${root}${peers}/${installed}`)) {
  await npmCi(`${root}${peers}`, installed).catch((problem) => say(`${problem.message}\nNothing is measured beside the peers.`));
}
const { startPostgres } = await import(services);
const postgres = await startPostgres(settings);
const beside = existsSync(`${root}${peers}/${installed}`) ? ['--peer', peer] : [];
const bench = spawn(process.execPath, [`${root}dist/apps/cli/main.js`, 'bench', '--only', 'postgres,year', '--events', '10000,100000', ...beside, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BENCH_POSTGRES_URL: postgres.address() },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code) => {
  process.exitCode = code ?? 1;
  void postgres.stop();
});

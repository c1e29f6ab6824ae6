// Builds the image without a container engine: runs every line of the Dockerfile in empty folders, starts what it starts as the user it
// names, asks its health check, and stops it. What it can't rehearse is the base image itself. Needs root, npm's registry and a minute or two.
//   npm run image:rehearse              (with -- --keep: leaves what was built, and says where)
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inRepository, root } from '../bootstrap/places.js';
import { copyOf, stagesOf } from './dockerfile.js';

const stages = stagesOf(inRepository('infra', 'docker', 'Dockerfile'));
const place = mkdtempSync(join(tmpdir(), 'tallystick-image-'));
/** What .dockerignore lets through, in short: nothing that was made here and no spec. */
const isLeftOut = (/** @type {string} */ path) => /(^|\/)(node_modules|dist|data|\.git|\.runtime)(\/|$)|\.spec\.ts$/.test(relative(root, path));
const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * @param {import('./dockerfile.js').Stage} stage
 */
function build(stage) {
  const disk = join(place, stage.name);
  /** @type {{ disk: string, workdir: string, user: number, env: Record<string, string>, command: string[], health: string[] }} */
  const image = { disk, workdir: '/', user: 0, env: {}, command: [], health: [] };
  const inside = (/** @type {string} */ to) => join(disk, to.startsWith('/') ? to : join(image.workdir, to));
  for (const { word, rest, line } of stage.steps) {
    const started = performance.now();
    if (word === 'WORKDIR') mkdirSync(inside((image.workdir = rest)), { recursive: true });
    else if (word === 'ENV') image.env[rest.slice(0, rest.indexOf('='))] = rest.slice(rest.indexOf('=') + 1);
    else if (word === 'USER') image.user = Number(rest.split(':')[0]);
    else if (word === 'CMD') image.command = JSON.parse(rest);
    else if (word === 'HEALTHCHECK') image.health = JSON.parse(rest.slice(rest.indexOf('CMD') + 3));
    else if (word === 'COPY') copy(rest, inside);
    else if (word === 'RUN') {
      // Folders of the image are folders of its disk here.
      const script = rest.replaceAll(/(?<=\s)\/(?=[a-z])/g, `${disk}/`);
      const { status } = spawnSync('sh', ['-ec', script], { cwd: inside('.'), stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PATH: path } });
      if (status !== 0) throw new Error(`Dockerfile:${line}: ${rest} ended with ${status}`);
    } else if (word !== 'EXPOSE') throw new Error(`Dockerfile:${line}: ${word} can't be rehearsed`);
    say(`${stage.name}:${line} ${word} ${rest} (${((performance.now() - started) / 1_000).toFixed(1)} s)`);
  }
  return image;
}

/**
 * @param {string} rest
 * @param {(to: string) => string} inside
 */
function copy(rest, inside) {
  const { stage, what, to } = copyOf(rest);
  for (const each of what) {
    const from = stage === undefined ? inRepository(each) : join(place, stage, each);
    if (!existsSync(from)) throw new Error(`COPY ${rest}: ${from} is not there`);
    const isFolderWanted = what.length > 1 || to.endsWith('/') || to === '.';
    const target = isFolderWanted ? join(inside(to), basename(each)) : inside(to);
    cpSync(from, target, { recursive: true, filter: (source) => stage !== undefined || !isLeftOut(resolve(source)) });
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => settle(port));
    });
  });

/**
 * Starts it as its user, in its folder, over an embedded store.
 * @param {ReturnType<typeof build>} image
 */
async function tryOut({ disk, workdir, env, user, command, health }) {
  const settings = { ...env, PATH: path, HOST: '127.0.0.1', OPERATIONS_HOST: '127.0.0.1', PORT: String(await freePort()), OPERATIONS_PORT: String(await freePort()), TALLYSTICK_DATA: join(disk, 'data'), LOG_LEVEL: 'warn' };
  const as = { cwd: join(disk, workdir), env: settings, uid: user, gid: user };
  if (spawnSync('touch', ['written'], as).status === 0) throw new Error('the process could write where it runs');
  chownSync(place, user, user); // mkdtemp made it for us alone
  const started = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), { ...as, stdio: ['ignore', 'inherit', 'inherit'] });
  /** @type {Promise<number | null>} */
  const ended = new Promise((settle) => child.on('exit', settle));
  for (let healthy = false; !healthy; ) {
    if (performance.now() - started > 60_000 || child.exitCode !== null) throw new Error('the container never became healthy');
    await pause(250);
    healthy = spawnSync(health[0] ?? '', health.slice(1), as).status === 0;
  }
  say(`healthy after ${((performance.now() - started) / 1_000).toFixed(1)} s as user ${user}`);
  child.kill('SIGTERM');
  const code = await ended;
  if (code !== 0) throw new Error(`SIGTERM ended it with ${code}`);
  if (spawnSync(health[0] ?? '', health.slice(1), as).status === 0) throw new Error('the health check says yes to nobody');
  say('SIGTERM ended it with 0');
}

try {
  const images = stages.map(build);
  const image = images.at(-1);
  if (!image) throw new Error('the Dockerfile has no stage');
  const { stdout } = spawnSync('du', ['-sm', join(image.disk, image.workdir)], { encoding: 'utf8' });
  say(`what the image adds to its base: ${stdout.split('\t')[0]} MB`);
  await tryOut(image);
} finally {
  if (process.argv.includes('--keep')) say(`left in ${place}`);
  else rmSync(place, { recursive: true, force: true });
}

import { appendFileSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runtimeFolder } from './places.js';
import { say } from './say.js';

const lock = join(runtimeFolder, 'lock');
const heartbeatMs = 2_000;
const silentMs = 120_000;

/** @param {string} pid */
function isRunning(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (problem) {
    return /** @type {NodeJS.ErrnoException} */ (problem).code !== 'ESRCH';
  }
}

/** @param {string} owner "host pid", and the pids of programs that outlive a killed owner */
function isGone(owner) {
  const [host, ...pids] = owner.split(' ');
  return host === hostname() && !pids.some(isRunning);
}

/**
 * The holder starts a program that would go on if the holder were killed: the lock waits for it, too.
 * @param {number} pid
 */
export const alsoWaitFor = (pid) => appendFileSync(lock, ` ${pid}`);

/** Takes the lock when it is free or its owner died (no such process, or no heartbeat, say in a container). */
function take() {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, `${hostname()} ${process.pid}`);
  try {
    linkSync(own, lock); // whole or not at all, with its content
    return true;
  } catch (problem) {
    if (/** @type {NodeJS.ErrnoException} */ (problem).code !== 'EEXIST') throw problem;
  } finally {
    rmSync(own, { force: true });
  }
  try {
    if (isGone(readFileSync(lock, 'utf8')) || Date.now() - statSync(lock).mtimeMs > silentMs) rmSync(lock, { force: true });
  } catch (problem) {
    if (/** @type {NodeJS.ErrnoException} */ (problem).code !== 'ENOENT') throw problem;
  }
  return false;
}

/**
 * Two starts at once must not install or build at once: the second waits for the first.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function alone(work) {
  mkdirSync(runtimeFolder, { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    if (waited === 4) say('waiting for another start that is preparing this folder …');
    await pause(250);
  }
  const heartbeat = setInterval(() => utimesSync(lock, new Date(), new Date()), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lock, { force: true });
  }
}

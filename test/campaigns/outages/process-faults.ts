import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Fault } from './fault.js';
import type { OwnProcess } from './own-process.js';
import type { Site } from './site.js';

const oneOf = (processes: readonly OwnProcess[]): OwnProcess => {
  const chosen = processes[randomInt(processes.length)];
  if (!chosen) throw new Error('There is no such process in this cluster');
  return chosen;
};

/** Longer than a runner may be silent before another takes over its views. */
const frozenMs = 12_000;
const hourBehind = fileURLToPath(new URL('../../support/hour-behind.mjs', import.meta.url));

/** Killed at any moment and started again at once, as a supervisor does. */
export const serverKilled: Fault<Site> = {
  name: 'kill -9 of a server, started again',
  strike: async ({ servers }) => {
    const server = oneOf(servers);
    const at = performance.now();
    await server.kill9();
    return { at, whom: server.name, mended: server.start() };
  },
};

export const workerKilled: Fault<Site> = {
  name: 'kill -9 of a worker, started again',
  strike: async ({ workers }) => {
    const worker = oneOf(workers);
    const at = performance.now();
    await worker.kill9();
    return { at, whom: worker.name, mended: worker.start() };
  },
};

/** The other one must take over what this one ran: it comes back only when that was long done, or never was. */
export const runnerKilled: Fault<Site> = {
  name: 'kill -9 of the runner of views, not started again for 12 s',
  strike: async ({ workers }) => {
    const worker = oneOf(workers);
    const at = performance.now();
    await worker.kill9();
    return { at, whom: worker.name, mended: pause(frozenMs).then(() => worker.start()) };
  },
};

/** A rolling upgrade: one server after the other is asked to end, drains, and is started. */
export const serversRolled: Fault<Site> = {
  name: 'SIGTERM of each server in turn, started again',
  strike: async ({ servers }) => {
    const at = performance.now();
    for (const server of servers) {
      await server.stop();
      await server.start();
    }
    return { at, whom: 'both servers' };
  },
};

/** It goes on in the middle of what it did, and does not know that time has passed: its callers have gone elsewhere. */
export const serverFrozen: Fault<Site> = {
  name: 'a server stands still for 12 s and goes on',
  strike: async ({ servers }) => {
    const server = oneOf(servers);
    const at = performance.now();
    server.freeze();
    return { at, whom: server.name, mended: pause(frozenMs).then(() => server.thaw()) };
  },
};

/** Its views are taken over meanwhile, and then it writes them as if they were still its own. */
export const runnerFrozen: Fault<Site> = {
  name: 'a runner stands still for 12 s and goes on: two for one view',
  strike: async ({ workers }) => {
    const worker = oneOf(workers);
    const at = performance.now();
    worker.freeze();
    return { at, whom: worker.name, mended: pause(frozenMs).then(() => worker.thaw()) };
  },
};

export const clockBehind: Fault<Site> = {
  name: 'the clock of a server is an hour behind, and right again',
  strike: async ({ servers }) => {
    const server = oneOf(servers);
    const at = performance.now();
    await server.stop();
    await server.start(['--import', hourBehind]);
    await pause(3_000);
    await server.stop();
    await server.start();
    return { at, whom: server.name };
  },
};

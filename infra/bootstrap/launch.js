import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository, runtimeFolder } from './places.js';
import { prepare } from './prepare.js';
import { suitableNode } from './runtime.js';
import { say } from './say.js';
import { targets } from './targets.js';
import { Trouble } from './trouble.js';

/**
 * @param {string | undefined} name of a target
 * @param {string[]} args what the user typed after it
 */
export async function launch(name, args) {
  const target = targets[name ?? ''];
  try {
    if (!target) throw new Trouble(`Say what to start: ${Object.keys(targets).join(', ')}.`);
    const node = await suitableNode();
    if (node !== process.execPath) return handOver(node);
    await prepare(target.needs);
    if (!existsSync(inRepository(target.file))) throw new Trouble(`${target.file} does not exist, so there is nothing to run.`);
  } catch (problem) {
    if (!(problem instanceof Trouble)) throw problem;
    problem.message.split('\n').forEach(say);
    process.exitCode = 1;
    return;
  }
  await enter(target, args);
}

/**
 * In this process, so that signals, exit codes and the terminal are the target's own.
 * @param {import('./targets.js').Target} target
 * @param {string[]} args
 */
async function enter(target, args) {
  const file = inRepository(target.file);
  process.argv = [process.execPath, file, ...target.first, ...args];
  process.setSourceMapsEnabled(true);
  modules.enableCompileCache?.(join(runtimeFolder, 'compiled'));
  await import(pathToFileURL(file).href);
}

/**
 * Runs the same command again under the fetched Node and ends as it ends.
 * @param {string} node
 */
function handOver(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}` };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  child.on('error', (problem) => {
    say(`${node} could not be started: ${problem.message}`);
    process.exitCode = 1;
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'])) {
    // A terminal sends Ctrl-C to the child as well; twice would look like impatience.
    process.on(signal, () => void (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('exit', (code, signal) => {
    if (!signal) return void (process.exitCode = code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

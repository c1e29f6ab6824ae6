import { spawn } from 'node:child_process';
import { root } from './places.js';

/**
 * Runs a program quietly and keeps what it prints.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitSeconds?: number, started?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(file, args, { cwd = root, env = process.env, limitSeconds, started } = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(limitSeconds ? { timeout: limitSeconds * 1000, killSignal: 'SIGKILL' } : {}),
    });
    if (child.pid !== undefined) started?.(child.pid);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

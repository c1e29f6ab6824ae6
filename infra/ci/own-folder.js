import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const patienceMs = 5_000;
/** PostgreSQL's socket lies in there, and its whole path may have some hundred characters. */
const longest = 40;

/**
 * Runs Node with these words, lets it put all its temporary files into one folder, and removes that when it has ended, however it
 * ended: what is interrupted cannot tidy up after itself. An interrupted run ends this process as well, by the same signal.
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} the exit code
 */
export async function inOwnFolder(words, options = {}) {
  const shared = tmpdir().length > longest ? '/tmp' : tmpdir();
  const folder = realpathSync(mkdtempSync(join(shared, 'tally-run-')));
  chmodSync(folder, 0o711); // servers that run as somebody else go through it to folders of theirs
  // What is worth keeping from run to run is put where it always was.
  const env = { ...process.env, TALLYSTICK_KEPT: process.env['TALLYSTICK_KEPT'] ?? tmpdir(), TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(process.execPath, words, { stdio: 'inherit', ...options, env });
  /** @type {NodeJS.Signals | undefined} */
  let interrupted;
  /** @param {NodeJS.Signals} signal */
  const interrupt = (signal) => {
    interrupted ??= signal;
    // A terminal sends Ctrl-C to the child as well; twice would look like impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref();
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await new Promise((settle, fail) => {
      child.on('error', fail);
      child.on('exit', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    await remove(folder);
    for (const signal of signals) process.off(signal, interrupt);
    if (interrupted) process.kill(process.pid, interrupted);
  }
}

/**
 * Servers that ended with their parent may take a moment to be gone, and write until then.
 * @param {string} folder
 */
async function remove(folder) {
  for (const until = performance.now() + 2 * patienceMs; existsSync(folder); await pause(100)) {
    try {
      for (const place of mountedIn(folder)) execFileSync('umount', ['--lazy', place]);
      rmSync(folder, { recursive: true, force: true });
    } catch (problem) {
      if (performance.now() > until) throw problem;
    }
  }
}

/**
 * @param {string} folder
 * @returns {string[]} places in it where a file system is mounted
 */
function mountedIn(folder) {
  const list = '/proc/self/mounts';
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8').split('\n').map((line) => line.split(' ')[1] ?? '').filter((place) => place.startsWith(`${folder}/`));
}

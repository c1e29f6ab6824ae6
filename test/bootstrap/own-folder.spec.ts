import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRepository } from '../../infra/bootstrap/places.js';

/** Fills its folder as a campaign does, says which it is, and goes on until somebody ends it; or ends by itself. */
const campaign = (ends: boolean): string => `
  const { execFileSync, spawn } = require('node:child_process');
  const { mkdtempSync, writeFileSync } = require('node:fs');
  const { join } = require('node:path');
  const folder = mkdtempSync(join(require('node:os').tmpdir(), 'campaign-'));
  if (process.platform === 'linux' && process.getuid() === 0) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tally-own-folder', folder]);
  writeFileSync(join(folder, 'left'), 'behind');
  console.log(folder + ' ' + process.pid);
  ${ends ? 'process.exitCode = 7' : "process.on('SIGINT', () => {}); setInterval(() => {}, 1_000)"}`;

async function started(ends: boolean) {
  const outer = `import { inOwnFolder } from ${JSON.stringify(inRepository('infra', 'ci', 'own-folder.js'))};
    process.exitCode = await inOwnFolder(['-e', ${JSON.stringify(campaign(ends))}]);
    console.log('and on');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', outer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (words: string) => (said += words));
  while (!said.includes('\n')) await once(child.stdout, 'data');
  const [folder = '', pid] = said.split(/\s/);
  return { child, ended, folder, pid: Number(pid), hasGoneOn: () => said.includes('and on') };
}
const isMounted = (folder: string): boolean => existsSync('/proc/self/mounts') && readFileSync('/proc/self/mounts', 'utf8').includes(folder);

describe('a run in a folder of its own', () => {
  it('leaves nothing behind when it has ended, and ends as it ended', async () => {
    const { child, ended, folder, hasGoneOn } = await started(true);
    await ended;
    expect([child.exitCode, hasGoneOn()]).toEqual([7, true]);
    expect([isMounted(folder), existsSync(dirname(folder))]).toEqual([false, false]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves neither folder nor file system behind when it is interrupted by %s, and nothing is begun after it', async (signal) => {
    const { child, ended, folder, hasGoneOn } = await started(false);
    expect(existsSync(folder)).toBe(true);
    child.kill(signal);
    await ended;
    expect([child.signalCode, hasGoneOn()]).toEqual([signal, false]);
    expect([isMounted(folder), existsSync(dirname(folder))]).toEqual([false, false]);
  }, 30_000);

  it('leaves nothing behind when it is killed', async () => {
    const { child, ended, folder, pid } = await started(false);
    process.kill(pid, 'SIGKILL');
    await ended;
    expect([child.exitCode, isMounted(folder), existsSync(dirname(folder))]).toEqual([137, false, false]);
  });
});

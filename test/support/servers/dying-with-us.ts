import { existsSync } from 'node:fs';

/** Puts what is started after it under a parent's death, where the system can: nothing that we started outlives us, however we end. */
export function dyingWithUs(signal: 'KILL' | 'QUIT', more: readonly string[] = []): readonly string[] {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, ...more, `--pdeathsig=${signal}`] : [];
}

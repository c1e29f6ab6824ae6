import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { relative, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fingerprint, stamp } from '../../infra/bootstrap/fingerprint.js';
import { root } from '../../infra/bootstrap/places.js';
import { isAtLeast } from '../../infra/bootstrap/runtime.js';
import { targets } from '../../infra/bootstrap/targets.js';
import { adviceFor } from '../../infra/bootstrap/trouble.js';

describe('which Node is new enough', () => {
  it.each([
    ['24.9.0', true],
    ['24.21.0', true],
    ['26.0.0', true],
    ['24.8.9', false],
    ['20.20.2', false],
  ])('%s is new enough for >=24.9: %s', (version, answer) => {
    expect(isAtLeast(version, '>=24.9')).toBe(answer);
  });
});

describe('what a failed install advises', () => {
  it.each([
    ['npm error code ENOTFOUND', 'network'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code EACCES', 'cannot be written'],
    ['npm error code EINTEGRITY', 'npm cache verify'],
    ['npm error code EUSAGE', 'npm install'],
    ['npm error code E403', 'refused access'],
  ])('%s speaks of "%s"', (output, words) => {
    expect(adviceFor(output, 'unknown')).toContain(words);
  });

  it('says so when the reason is unknown', () => {
    expect(adviceFor('npm error code EWHATEVER', 'The lines above say why.')).toBe('The lines above say why.');
  });
});

describe('when sources count as changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-'));
  const place = relative(root, folder);
  const file = join(folder, 'a.ts');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a new, touched or deleted file changes the fingerprint, and a file that the step does not read does not', () => {
    const seen = [fingerprint([place])];
    writeFileSync(file, 'one');
    seen.push(fingerprint([place]));
    utimesSync(file, 1_000, 1_000);
    seen.push(fingerprint([place]));
    expect(new Set(seen).size).toBe(3);
    expect(fingerprint([place], (path) => !path.endsWith('.ts'))).toBe(seen[0]);
    rmSync(file);
    expect(fingerprint([place])).toBe(seen[0]);
  });

  it('a stamp that was never written says nothing', () => {
    const done = stamp(join(folder, 'stamp'));
    expect(done.says('')).toBe(false);
    done.write('x');
    expect([done.says('x'), done.says('y')]).toEqual([true, false]);
  });
});

describe('what can be started', () => {
  it('everything is installed first', () => {
    expect(Object.values(targets).filter((target) => !target.needs.includes('install'))).toEqual([]);
  });
});

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRepository, root, runtimeFolder } from '../bootstrap/places.js';
import { inOwnFolder } from './own-folder.js';
import { tallyOf } from './tally.js';

const limitMinutes = 40;

/**
 * One Jest run over the suites, with its own words on the terminal and its figures in a file.
 * @param {import('./suites.js').Suites} suites
 * @param {string[]} patterns spec files by path; none means all
 * @param {string[]} options handed to Jest
 */
export async function runSpecs(suites, patterns, options) {
  mkdirSync(runtimeFolder, { recursive: true });
  const figures = inRepository('.runtime', `jest-${suites.name}-${process.pid}.json`);
  const code = await jest([
    ...suites.flags,
    '--passWithNoTests',
    '--json',
    `--outputFile=${figures}`,
    ...suites.never.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
    '--testPathIgnorePatterns=/node_modules/',
    ...options,
    ...both(suites.only, patterns).map((pattern) => `--testPathPatterns=${pattern}`),
  ]);
  const report = existsSync(figures) ? JSON.parse(readFileSync(figures, 'utf8')) : undefined;
  rmSync(figures, { force: true });
  return { tally: tallyOf(code, report), notRun: report ? notRun(report) : [] };
}

/**
 * Jest joins patterns by "or"; here a file must match one of each.
 * @param {string[]} places
 * @param {string[]} names
 */
function both(places, names) {
  if (places.length === 0 || names.length === 0) return [...places, ...names];
  return places.flatMap((place) => names.map((name) => `(?=.*${place})(?=.*${name})`));
}

/** @param {string[]} args */
function jest(args) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  // Beside temporary files, what Jest has translated would go with them.
  const kept = `--cacheDirectory=${inRepository('.runtime', 'jest-cache')}`;
  return inOwnFolder([...flags, inRepository('node_modules', 'jest', 'bin', 'jest.js'), kept, ...args], { cwd: root, timeout: limitMinutes * 60_000, killSignal: 'SIGKILL' });
}

/** @param {{ testResults: { assertionResults: { status: string, ancestorTitles: string[] }[] }[] }} report */
function notRun(report) {
  const skipped = report.testResults.flatMap((file) => file.assertionResults.filter((test) => test.status === 'pending' || test.status === 'todo'));
  return [...new Set(skipped.map((test) => test.ancestorTitles[0] ?? 'a test without a group'))];
}

// `npm test`. Its last line is the tally over everything: "N passed, N failed".
import { existsSync } from 'node:fs';
import { inRepository } from '../bootstrap/places.js';
import { prepare } from '../bootstrap/prepare.js';
import { Trouble } from '../bootstrap/trouble.js';
import { runChecks } from './checks.js';
import { runSpecs } from './specs.js';
import { checks, nicknames, runs } from './suites.js';
import { inOneLine, sum } from './tally.js';

const typed = process.argv.slice(2);
const names = typed.filter((word) => !word.startsWith('-'));
const options = typed.filter((word) => word.startsWith('-'));
const wantedChecks = names.length ? checks.filter((check) => names.includes(check.name)) : checks;
const patterns = names.filter((name) => !checks.some((check) => check.name === name)).map(patternOf);

/** @param {string} name */
function patternOf(name) {
  if (name in nicknames) return nicknames[/** @type {keyof typeof nicknames} */ (name)];
  return existsSync(inRepository('test', name)) ? `/test/${name}/` : name;
}

/** @type {import('./tally.js').Tally[]} */
const tallies = [];
/** @type {string[]} */
const notRun = [];

try {
  await prepare(['build', 'assets']);
  if (names.length === 0) tallies.push({ passed: 1, failed: 0, skipped: 0 });
} catch (problem) {
  console.log(`FAILED build: ${problem instanceof Trouble ? problem.message : /** @type {Error} */ (problem).stack}`);
  tallies.push({ passed: 0, failed: 1, skipped: 0 });
}

tallies.push(...(await runChecks(wantedChecks)));

if (names.length === 0 || patterns.length > 0) {
  for (const suites of runs) {
    const outcome = await runSpecs(suites, patterns, options);
    tallies.push(outcome.tally);
    notRun.push(...outcome.notRun);
  }
}

for (const title of notRun) console.log(`not run: ${title}`);
const total = sum(tallies);
if (total.passed + total.failed + total.skipped === 0) {
  console.log(`Nothing is called ${names.join(', ')}.`);
  total.failed = 1;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(inOneLine(total));

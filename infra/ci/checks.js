import { inRepository } from '../bootstrap/places.js';
import { run } from '../bootstrap/program.js';

/**
 * Two at a time: there are two cores. What they print comes out whole and in order.
 * @param {import('./suites.js').Check[]} checks
 * @returns {Promise<import('./tally.js').Tally[]>}
 */
export async function runChecks(checks) {
  const queue = [...checks.entries()];
  /** @type {string[]} */
  const notes = [];
  /** @type {import('./tally.js').Tally[]} */
  const tallies = [];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, check] = next;
      const started = performance.now();
      const { code, output } = await runCheck(check);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      notes[index] = `${code === 0 ? 'ok    ' : 'FAILED'} ${check.name}: ${check.sentence} (${seconds} s)${code === 0 ? '' : `\n${output.trim()}\n`}`;
      tallies[index] = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    }
  };
  await Promise.all([worker(), worker()]);
  for (const note of notes) console.log(note);
  return tallies;
}

/** @param {import('./suites.js').Check} check */
async function runCheck({ program, args }) {
  const outcome = { code: 0, output: '' };
  for (const some of args) {
    const { code, output } = await run(process.execPath, [inRepository('node_modules', program), ...some], { limitSeconds: 300 });
    outcome.code ||= code;
    outcome.output += output;
  }
  return outcome;
}

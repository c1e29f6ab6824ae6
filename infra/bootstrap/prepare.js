import { assets } from './styles.js';
import { build } from './build.js';
import { install } from './install.js';
import { alone } from './lock.js';

/** In this order. */
const steps = { install, build, assets };

/**
 * Brings the named steps up to date; costs some milliseconds when they already are.
 * @param {import('./targets.js').StepName[]} names
 */
export async function prepare(names) {
  if (!names.some((name) => steps[name].isDue())) return;
  await alone(async () => {
    for (const name of names) if (steps[name].isDue()) await steps[name].run();
  });
}

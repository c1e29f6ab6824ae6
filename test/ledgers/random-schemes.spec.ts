import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { numbersFrom } from '../contracts/domain/numbers-from.js';
import { checkOffice, promisesMustHold } from './lives/checked-office.js';
import { officeOfLives } from './lives/office-of-lives.js';
import { Outcomes } from './lives/outcomes.js';
import { drawSchemedWay } from './lives/ways/draw-way.js';

/** `npm run campaign:schemes` has a hundred thousand of them and makes all views of every office. */
const wanted = Number(process.env['TALLYSTICK_OPERATIONS'] ?? 10_000);
const isCampaign = wanted >= 100_000;
/** The same seed gives the same lives: TALLYSTICK_SEED=… repeats them. */
const seed = Number(process.env['TALLYSTICK_SEED'] ?? randomInt(2 ** 31));

describe(`${wanted} things that people try under random schemes, with seed ${seed}`, () => {
  test('keep what the terms promise where they are done, and leave nothing where they are refused', async () => {
    const outcomes = new Outcomes();
    const below = numbersFrom(seed);
    const begun = performance.now();
    for (let offices = 0, tried = 0; tried < wanted; offices += 1) {
      const office = await officeOfLives(outcomes, below, drawSchemedWay);
      if (isCampaign) await checkOffice(office, below);
      else promisesMustHold(office);
      const { done, refused } = outcomes.operations;
      tried = done + refused;
      const seconds = Math.round((performance.now() - begun) / 1000);
      if (isCampaign) process.stdout.write(`${offices + 1} offices, ${done} operations done, ${refused} refused, ${seconds} seconds, seed ${seed}\n`);
    }
    expect(outcomes.metAfterAll).toEqual([]);
    // Whoever tries finds a good part accepted, or the inputs are drawn badly.
    expect(outcomes.operations.done / outcomes.operations.refused).toBeGreaterThan(0.15);
  }, 7_200_000);
});

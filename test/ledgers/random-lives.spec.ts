import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { numbersFrom } from '../contracts/domain/numbers-from.js';
import { checkOffice, promisesMustHold } from './lives/checked-office.js';
import { livesOfAnOffice, officeOfLives } from './lives/office-of-lives.js';
import { Outcomes } from './lives/outcomes.js';

/** `npm run campaign:lives` has ten thousand of them; the gate has a few. */
const lives = Number(process.env['TALLYSTICK_LIVES'] ?? 600);
const isCampaign = lives >= 10_000;
/** Views are made of every office in a campaign; in the gate of two, because that is what takes long. */
const withViews = isCampaign ? Infinity : 2;
/** The same seed gives the same lives: TALLYSTICK_SEED=… repeats them. */
const seed = Number(process.env['TALLYSTICK_SEED'] ?? randomInt(2 ** 31));

describe(`${lives} lives of awards, with seed ${seed}`, () => {
  const outcomes = new Outcomes();

  test('keep every law and what terms promise, come to the balances of a naive model on both clocks, and make the same views again', async () => {
    let offices = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (lot) => {
        const below = numbersFrom(lot);
        const office = await officeOfLives(outcomes, below);
        if (offices < withViews) await checkOffice(office, below);
        else promisesMustHold(office);
        offices += 1;
      }),
      { numRuns: Math.ceil(lives / livesOfAnOffice), seed, endOnFailure: true },
    );
  }, 7_200_000);

  // Few lives do not meet every refusal; they meet most of them, or their inputs are drawn badly.
  test(isCampaign ? 'carry out every command and are given every refusal that is declared' : 'carry out most commands and are given most refusals', () => {
    const { missing, metAfterAll } = outcomes;
    expect(metAfterAll).toEqual([]);
    if (isCampaign) expect(missing).toEqual([]);
    else expect(missing.length < 50 ? [] : missing).toEqual([]);
  });
});

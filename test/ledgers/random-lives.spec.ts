import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { numbersFrom } from '../contracts/domain/numbers-from.js';
import { checkOffice } from './lives/checked-office.js';
import { Life } from './lives/life.js';
import { Outcomes } from './lives/outcomes.js';
import { aFullLife } from './lived.js';

/** `npm run campaign:lives` has ten thousand of them; the gate has a few. */
const lives = Number(process.env['TALLYSTICK_LIVES'] ?? 200);
const isCampaign = lives >= 10_000;
/** The same seed gives the same lives: TALLYSTICK_SEED=… repeats them. */
const seed = Number(process.env['TALLYSTICK_SEED'] ?? randomInt(2 ** 31));
const ofAnOffice = 100;

describe(`${lives} lives of awards, with seed ${seed}`, () => {
  const outcomes = new Outcomes();

  test('keep every law, come to the balances of a naive model on both clocks, and make the same views again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (lot) => {
        const below = numbersFrom(lot);
        const office = await aFullLife();
        for (let life = 0; life < ofAnOffice; life += 1) await new Life(office, outcomes, below, Math.floor(life * 0.6)).live();
        await checkOffice(office, below);
      }),
      { numRuns: Math.ceil(lives / ofAnOffice), seed, endOnFailure: true },
    );
  }, 3_600_000);

  // Few lives do not meet every refusal; they meet most of them, or their inputs are drawn badly.
  test(isCampaign ? 'carry out every command and are given every refusal that is declared' : 'carry out most commands and are given most refusals', () => {
    const { missing } = outcomes;
    if (isCampaign) expect(missing).toEqual([]);
    else expect(missing.length).toBeLessThan(40);
  });
});

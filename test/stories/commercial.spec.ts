import { cohortsList, daysGiven, exceptionsList, frameworksList, programmePage } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 22: experts and a forecast that is printed twice, two cohorts, and a framework that few use. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'future-councils', 'commercial');

  it('gives ten councils five days each, and forecasts £2,200,000.00 more income than its target', async () => {
    expect((await ask(daysGiven, { about: 'COMEXP' })).total).toMatchObject({ approvedHundredths: 5_000, leftHundredths: 5_000 });
    const { progress = [], committedMinor } = (await ask(programmePage, { programme: 'COMEXP' })) ?? {};
    expect(progress).toMatchObject([{ financialYear: 'FY1617', savingsTargetMinor: 1_000_000_000, forecast: { added: true, amount: { minor: 1_220_000_000 } }, savingsToGoMinor: -220_000_000 }]);
    expect(committedMinor).toBe(0);
  });

  it('keeps both figures that are printed for the income, and sums neither', async () => {
    const { rows } = await ask(exceptionsList, { about: 'COMEXP' });
    expect(rows).toMatchObject([{ kind: 'printed-figures', sentence: expect.stringMatching(/an estimated £12\.2 million.*£10 million/) as string }]);
  });

  it('has all twenty places of its first cohort taken, and half of the second', async () => {
    expect((await ask(cohortsList, { programme: 'COMSKILLS' })).cohorts.map(({ taken, ours }) => `${taken} of ${String(ours)}`)).toEqual(['20 of 20', '10 of 20']);
  });

  it('has two buyers among fifty members of the framework: four per cent', async () => {
    const [framework] = await ask(frameworksList, { programme: 'CSPS' });
    expect([framework?.members.length, framework?.callers, framework?.callersOfMembers]).toEqual([50, 2, 400]);
  });
});

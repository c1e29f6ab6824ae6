import { breakdown, examineLedger, exceptionsList, shares } from '#views';
import { played, type Played } from './played.js';

/** One fund shared by weight among 249 bodies: a scheme that is only a file. */
describe('Flood Wardens, a scheme that no line of code knows', () => {
  let story: Played;
  beforeAll(async () => {
    story = await played('flood-wardens.yaml');
  }, 120_000);
  afterAll(() => story.close());

  const sharesOf = async (round: string) => {
    const shared = await story.ask(shares, { round: story.named(round), size: 500 });
    if (!shared) throw new Error(`${round} was not shared`);
    return shared;
  };
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

  it('plays to its end: every one of 249 shares is approved as it was worked out beside it', () => {
    expect(story.report.stopped).toBeUndefined();
    expect([story.report.refused, story.report.skipped]).toEqual([4, []]);
  });

  it('shares £1,000,000.01 to the penny, and the approvals come to the same', async () => {
    const { rows, amountMinor, unsharedMinor, bodies } = await sharesOf('$round');
    expect([rows.length, bodies, amountMinor, unsharedMinor, sum(rows.map((each) => each.amountMinor)), sum(rows.map(({ weight }) => weight))]).toEqual([249, 249, 100_000_001, 0, 100_000_001, 31_125]);
    const approved = (await story.happened('AwardApproved')).map(({ ceiling }) => (ceiling as { minor: number }).minor);
    expect([approved.length, sum(approved.slice(0, 249)), sum(approved)]).toEqual([256, 100_000_001, 460_000_001]);
    expect(await story.bucketsOf(`round.${story.named('$round')}`)).toEqual({ allocated: 0, approved: 100_000_001 });
  });

  it('gives nobody more than a penny beside the exact share', async () => {
    const { rows } = await sharesOf('$round');
    for (const { weight, amountMinor } of rows) expect(Math.abs(amountMinor * 31_125 - 100_000_001 * weight)).toBeLessThan(31_125);
    const [least, most] = [Math.min(...rows.map(({ amountMinor }) => amountMinor)), Math.max(...rows.map(({ amountMinor }) => amountMinor))];
    expect([least, most]).toEqual([3_213, 800_000]);
  });

  it('shares £3,600,000.00 in equal parts that differ by a penny at most', async () => {
    const { rows } = await sharesOf('$equal-round');
    expect(rows.map(({ amountMinor }) => amountMinor)).toEqual([51_428_572, 51_428_572, 51_428_572, 51_428_571, 51_428_571, 51_428_571, 51_428_571]);
    expect(sum(rows.map(({ amountMinor }) => amountMinor))).toBe(360_000_000);
  });

  it('keeps that a document states 250 where 249 came, and corrects neither', async () => {
    expect((await story.ask(exceptionsList, {})).rows).toMatchObject([{ about: story.named('$round'), kind: 'count', sentence: 'List of the Environment Agency states 250 applications and the register lists 249' }]);
    expect(await story.ask(breakdown, { about: story.named('$round') })).toMatchObject({ applications: 249, awards: 249, byType: [{ of: 'public-body', applications: 249 }] });
  });

  it('leaves the ledger in order', async () => expect((await story.ask(examineLedger, {})).flatMap(({ breaches }) => breaches)).toEqual([]));
});

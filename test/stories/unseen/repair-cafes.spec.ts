import { awards, examineLedger, type AwardRow } from '#views';
import { played, type Played } from './played.js';

/** First come, first served, with a cap that counts a body as a partner too: a scheme that is only a file. */
describe('Repair Cafés, a scheme that no line of code knows', () => {
  let story: Played;
  beforeAll(async () => {
    story = await played('repair-cafes.yaml');
  }, 60_000);
  afterAll(() => story.close());

  const held = async (): Promise<readonly AwardRow[]> => (await story.ask(awards, { programme: 'REPAIRCAF', size: 100 })).rows.filter(({ stage }) => stage === 'approved');

  it('plays to its end, and refuses whoever is ahead of their turn or at their cap', () => {
    expect(story.report.stopped).toBeUndefined();
    expect([story.report.refused, story.report.skipped]).toEqual([10, []]);
  });

  it('gives eleven awards of £2,500.00, which is all the money, and none to a body twice', async () => {
    const approved = await held();
    expect(approved.map(({ recipientName }) => recipientName.slice(-2))).toEqual(['01', '02', '03', '04', '06', '07', '08', '11', '12', '13', '14']);
    expect(approved.reduce((sum, { committedMinor }) => sum + committedMinor, 0)).toBe(2_750_000);
    expect(await story.bucketsOf(`round.${story.named('$round')}`)).toMatchObject({ allocated: 0, approved: 2_750_000 });
  });

  it('counts a partner for its cap, so that the ninth could not lead and the partner of the tenth could not help', async () => {
    const counted = async (body: string) => (await story.bucketsOf(`cap.REPAIRCAF.${story.named(body)}.awards`))['counted'] ?? 0;
    expect(await Promise.all(['$body-03', '$body-09', '$body-02', '$body-10', '$body-05', '$body-14'].map(counted))).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it('gives money, cap and turn back with the fifth, and has served twelve turns in all', async () => {
    expect(await story.bucketsOf(`turns.${story.named('$round')}`)).toMatchObject({ taken: 12 });
    expect((await story.happened('AwardWithdrawn')).map(({ recipientName }) => String(recipientName).slice(-2))).toEqual(['09', '10', '05']);
  });

  it('leaves the ledger in order', async () => expect((await story.ask(examineLedger, {})).flatMap(({ breaches }) => breaches)).toEqual([]));
});

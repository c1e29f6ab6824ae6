import { Standings } from './standings.js';

test('what one of many who wait for views cannot have is told to them alone', async () => {
  let looks = 0;
  const standings = new Standings(() => Promise.resolve((looks += 1, [])), 5);
  const rebuilding = standings.until(() => {
    throw new Error('the view was stopped by an event');
  }, 1_000);
  const asking = standings.until(() => (looks >= 3 ? 'they have come there' : undefined), 1_000);
  await expect(rebuilding).rejects.toThrow('stopped by an event');
  expect(await asking).toBe('they have come there');
});

import { openShelf } from './open-shelf.js';

const days = (count: number): string => new Date(Date.parse('2012-06-13T12:00:00.000Z') + count * 86_400_000).toISOString();

describe('the shelf', () => {
  const open = async () => {
    let today = days(0);
    const shelf = await openShelf({ address: 'sqlite::memory:', clock: { now: () => today } });
    const textOf = async (name: string) => {
      const texts: string[] = [];
      for await (const piece of (await shelf.read(name)) ?? []) texts.push(piece);
      return texts.length === 0 ? undefined : texts;
    };
    return { shelf, textOf, on: (day: string) => (today = day) };
  };

  it('gives back what was put there, however long it is', async () => {
    const { shelf, textOf } = await open();
    const lines = Array.from({ length: 20_000 }, (_, line) => `${line},£1,000 for “café”, ${'x'.repeat(line % 50)}\r\n`);
    const put = await shelf.put('exports/journal.csv', lines, { type: 'text/csv', days: 7 });
    expect(put).toEqual({ name: 'exports/journal.csv', type: 'text/csv', madeAt: days(0), endsAt: days(7), characters: lines.join('').length });
    expect(await shelf.find('exports/journal.csv')).toEqual(put);
    const pieces = await textOf('exports/journal.csv');
    expect(pieces?.length).toBeGreaterThan(2);
    expect(pieces?.join('')).toBe(lines.join(''));
    expect(await shelf.find('exports/other.csv')).toBeUndefined();
    await shelf.close();
  });

  it('keeps the old document until the new one is whole', async () => {
    const { shelf, textOf } = await open();
    await shelf.put('note', ['first'], { type: 'text/plain', days: 1 });
    const breaking = (async function* () {
      yield 'sec';
      throw new Error('the source broke off');
    })();
    await expect(shelf.put('note', breaking, { type: 'text/plain', days: 1 })).rejects.toThrow('broke off');
    expect(await textOf('note')).toEqual(['first']);
    await shelf.put('note', ['second'], { type: 'text/plain', days: 1 });
    expect(await textOf('note')).toEqual(['second']);
    await shelf.remove('note');
    expect(await textOf('note')).toBeUndefined();
    await shelf.close();
  });

  it('names what begins alike, the oldest first', async () => {
    const { shelf, on } = await open();
    for (const [name, kept] of [['asked/b', 2], ['asked/a', 3], ['asked%/c', 3], ['Asked/d', 3], ['asked', 3]] as const) await shelf.put(name, ['x'], { type: 'text/plain', days: kept });
    expect(await shelf.names('asked/')).toEqual(['asked/a', 'asked/b']);
    on(days(2));
    expect(await shelf.names('asked/')).toEqual(['asked/a']);
    await shelf.close();
  });

  it('hands nothing out whose time is over, and then takes it away', async () => {
    const { shelf, textOf, on } = await open();
    await shelf.put('note', ['kept a day'], { type: 'text/plain', days: 1 });
    on(days(2));
    expect(await textOf('note')).toBeUndefined();
    await shelf.sweep();
    on(days(0));
    expect(await shelf.find('note')).toBeUndefined();
    await shelf.close();
  });
});

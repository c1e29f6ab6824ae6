import { added, itemAt, itemsOf, keeping, kept, noRoll, nothingKeyed, pairsOf, replacedAt, without, type Keyed, type Roll } from '#kernel';

const rolled = (count: number): Roll<number> => {
  let roll: Roll<number> = noRoll;
  for (let i = 0; i < count; i += 1) roll = added(roll, i * 10);
  return roll;
};

describe('a roll', () => {
  it.each([0, 1, 31, 32, 33, 1_023, 1_024, 1_025, 33_000])('holds %d items in the order in which they came', (count) => {
    const roll = rolled(count);
    expect(roll.size).toBe(count);
    expect([...itemsOf(roll)]).toEqual(Array.from({ length: count }, (_, i) => i * 10));
    expect(itemAt(roll, count)).toBeUndefined();
    expect(itemAt(roll, -1)).toBeUndefined();
  });

  it('stays as it was when something is put on top or in place of something', () => {
    const before = rolled(40);
    const after = replacedAt(added(before, 7), 39, -1);
    expect([itemAt(before, 39), itemAt(before, 40), itemAt(after, 39), itemAt(after, 40)]).toEqual([390, undefined, -1, 7]);
    expect(() => replacedAt(before, 40, 1)).toThrow('There is nothing at 40 of a list of 40');
  });

  it('survives being written down and read again', () => {
    const roll = rolled(100);
    expect([...itemsOf(JSON.parse(JSON.stringify(roll)) as Roll<number>)]).toEqual([...itemsOf(roll)]);
  });

  it('shares what did not change', () => {
    const before = rolled(2_000);
    const after = added(before, 1);
    expect(after.root[0]).toBe(before.root[0]);
  });
});

describe('things by key', () => {
  const many = (count: number): Keyed<number> => {
    let keyed: Keyed<number> = nothingKeyed;
    for (let i = 0; i < count; i += 1) keyed = keeping(keyed, `AP-2012-${i}`, i);
    return keyed;
  };

  it('are found again, also where two keys share a bucket', () => {
    const keyed = many(40_000);
    expect(keyed.size).toBe(40_000);
    for (let i = 0; i < 40_000; i += 997) expect(kept(keyed, `AP-2012-${i}`)).toBe(i);
    expect(kept(keyed, 'AP-2012-40000')).toBeUndefined();
    expect([...pairsOf(keyed)].reduce((sum, [, value]) => sum + value, 0)).toBe((40_000 * 39_999) / 2);
  });

  it('are replaced and taken away, and the one before stays as it was', () => {
    const before = many(3);
    const after = without(keeping(before, 'AP-2012-1', 7), 'AP-2012-0');
    expect([...pairsOf(after)].map(([key, value]) => `${key}=${value}`).sort()).toEqual(['AP-2012-1=7', 'AP-2012-2=2']);
    expect([after.size, before.size, kept(before, 'AP-2012-1')]).toEqual([2, 3, 1]);
    expect(without(after, 'nobody')).toBe(after);
  });

  it('of the same contents in the same order are the same', () => {
    expect(many(50)).toEqual(many(50));
    expect(without(keeping(many(50), 'x', 1), 'x').size).toBe(50);
  });
});

import { Recent } from './recent.js';

describe('what was used lately', () => {
  const holding = (...keys: string[]): Recent<string> => {
    const recent = new Recent<string>(3);
    for (const key of keys) recent.set(key, `of ${key}`);
    return recent;
  };

  it('is remembered, a generation and the one before it', () => {
    const recent = holding('a', 'b', 'c', 'd');
    expect(['a', 'd', 'e'].map((key) => recent.get(key))).toEqual(['of a', 'of d', undefined]);
  });

  it('is let go once two generations have come since', () => {
    const recent = holding('a', 'b', 'c', 'd', 'e', 'f');
    expect([recent.get('a'), recent.get('f')]).toEqual([undefined, 'of f']);
  });

  it('stays as long as it is asked for', () => {
    const recent = holding('a', 'b', 'c');
    for (const key of ['d', 'e', 'f', 'g', 'h']) {
      expect(recent.get('a')).toBe('of a');
      recent.set(key, key);
    }
  });

  it('is forgotten when it may no longer be true', () => {
    const recent = holding('a', 'b', 'c', 'd');
    recent.clear();
    expect(recent.get('d')).toBeUndefined();
  });
});

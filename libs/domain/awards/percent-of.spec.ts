import { gbp } from '#kernel';
import { percentOf } from './percent-of.js';

describe('a share of an amount', () => {
  it.each([
    [1, 50, 1, 0],
    [3, 50, 2, 1],
    [333, 33, 110, 109],
    [1_800_000, 100, 1_800_000, 1_800_000],
    [Number.MAX_SAFE_INTEGER, 100, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('of %d pence, %d per cent is %d to the nearest penny and %d as a limit', (pence, share, nearest, down) => {
    expect(percentOf(gbp(pence), share, 'nearest')).toEqual(gbp(nearest));
    expect(percentOf(gbp(pence), share, 'down')).toEqual(gbp(down));
  });
});

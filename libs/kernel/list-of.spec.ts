import { count, listOf, money, oneOf, readInput, variant } from '#kernel';

const cap = oneOf('Cap', { awards: variant({ most: count('Most', { min: 1 }) }, 'at most {most} awards'), money: variant({ most: money('Most') }, 'at most {most}'), none: variant({}, 'no cap') });
const caps = listOf('Caps', cap, { min: 1, max: 3 });
class Input {
  @caps caps!: readonly (typeof caps extends import('#kernel').Field<readonly (infer V)[]> ? V : never)[];
}
const read = (raw: unknown) => readInput(Input, { caps: raw });

describe('several of the same one-of', () => {
  it('each may be of another kind, and one without fields is a kind too', () => {
    const came = read([{ kind: 'awards', most: 2 }, { kind: 'money', most: '£10.00' }, { kind: 'none' }]);
    expect(came).toMatchObject({ ok: true, value: { caps: [{ kind: 'awards', most: 2 }, { kind: 'money', most: { minor: 1_000 } }, { kind: 'none' }] } });
    expect(caps.spec.show(came.ok ? came.value.caps : [])).toBe('at most 2 awards, at most £10.00, no cap');
  });

  it.each([[[]], [[1]], [['money']], [[null]], [[{ kind: 'weather' }]], [[{ most: 2 }]], [{ kind: 'none' }], [[[]]]])('%j is told to whoever wrote it', (raw) => {
    expect(read(raw)).toMatchObject({ ok: false, problems: [{ field: expect.stringMatching(/^caps/) as string }] });
  });

  it('names the place of what is wrong inside', () => {
    expect(read([{ kind: 'none' }, { kind: 'awards', most: 0 }])).toMatchObject({ ok: false, problems: [{ field: 'caps.1.most', message: 'Most must be at least 1' }] });
    expect(read([{ kind: 'none', most: 1 }])).toMatchObject({ ok: false, problems: [{ field: 'caps.0.most' }] });
  });
});

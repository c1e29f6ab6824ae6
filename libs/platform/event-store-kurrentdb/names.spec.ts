import fc from 'fast-check';
import { namesOf } from './names.js';

const names = namesOf('grants');

describe('names of streams in KurrentDB', () => {
  it('stand under the name of the log, and keep their own', () => {
    expect(names.streamOf('award-AW-2012-004')).toBe('grants.award-AW-2012-004');
    expect(names.streamOf('log-genesis')).toBe('grants.log-genesis~7f');
    expect([names.batches, names.placeOf('1b4e28ba-2fa1-41d2-883f-0016d3cca427')]).toEqual(['grants:batches', 'grants:place-1b4e28ba-2fa1-41d2-883f-0016d3cca427']);
  });

  it('come back as they were, and differ in more than case', () => {
    const ids = fc.stringMatching(/^[A-Za-z0-9:_.-]{1,20}$/);
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const [first, second] = [names.streamOf(`award-${one}`), names.streamOf(`award-${other}`)];
        expect(names.ownName(first)).toBe(`award-${one}`);
        expect(first.toLowerCase() === second.toLowerCase()).toBe(one === other);
        expect(first.startsWith(names.events)).toBe(true);
      }),
    );
    const swapped = (id: string) => id.replace(/[a-zA-Z]/g, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
    fc.assert(fc.property(ids, (id) => swapped(id) === id || names.streamOf(`award-${id}`).toLowerCase() !== names.streamOf(`award-${swapped(id)}`).toLowerCase()));
  });
});

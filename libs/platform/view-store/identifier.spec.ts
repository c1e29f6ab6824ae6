import { tableOf } from './build.js';
import { identifier } from './identifier.js';

describe('names in a database', () => {
  it('stand as they are where every database takes them whole', () => {
    expect(tableOf({ name: 'award-register', version: 3, number: 12 }, 'awards')).toBe('award_register__3_12_awards');
  });

  it('are cut to 63 bytes and still differ where they would not be taken whole', () => {
    const long = [1, 2].map((n) => identifier(`a_register_with_a_very_long_name_that_somebody_thought_of__index_${n}`));
    expect(long.map((name) => Buffer.byteLength(name))).toEqual([63, 63]);
    expect(new Set(long).size).toBe(2);
  });
});

import { added, keeping, noRoll, nothingKeyed, type Keyed, type Roll } from '#kernel';
import { plainState } from './plain-state.js';

it('a state that grows reads as the lists and the things that it holds', () => {
  const order = ['b', 'a', 'c'].reduce<Roll<string>>((roll, each) => added(roll, each), noRoll);
  const byName = ['b', 'a', 'c'].reduce<Keyed<{ order: Roll<string> }>>((keyed, each) => keeping(keyed, each, { order }), nothingKeyed);
  expect(plainState({ stage: 'open', order, byName, nobody: nothingKeyed, none: noRoll, size: 3 })).toEqual({
    stage: 'open', order: ['b', 'a', 'c'], byName: { a: { order: ['b', 'a', 'c'] }, b: { order: ['b', 'a', 'c'] }, c: { order: ['b', 'a', 'c'] } }, nobody: {}, none: [], size: 3,
  });
  expect([...Object.keys(plainState(byName) as object)]).toEqual(['a', 'b', 'c']);
});

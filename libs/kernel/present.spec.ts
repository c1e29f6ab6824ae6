import { present } from './present.js';

type State = { readonly stage: 'absent' } | { readonly stage: 'open'; readonly name: string };

describe('what exists', () => {
  it('is handed on, and the compiler knows that it is there', () => {
    const state = { stage: 'open', name: 'Spring' } as State;
    expect(present(state).name).toBe('Spring');
  });

  it('is never absent: a rule that is asked about nothing is a bug', () => {
    expect(() => present({ stage: 'absent' } as State)).toThrow('does not exist');
  });
});

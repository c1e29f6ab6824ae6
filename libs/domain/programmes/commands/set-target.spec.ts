import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { TargetSet } from '../programme.events.js';
import { programme } from '../programme.js';
import { aFundAndAProgramme, future } from '../testing/index.js';
import { setTarget } from './set-target.js';

const councils = { programme: 'FUTURE', financialYear: 'FY1213', target: { kind: 'councils', atLeast: 25 } };
const set = TargetSet({ programme: future, financialYear: 'FY1213', target: { kind: 'councils', atLeast: 25 } });
const manager = by('manager');

describe('setting a target', () => {
  it('is refused when the very same stands already', () =>
    aFundAndAProgramme
      .and(programme, future, set)
      .when(setTarget, councils, manager)
      .thenRefused('target-stands-already', { financialYear: 'FY1213', target: 'at least 25 councils' }));

  it('says what a programme is to reach in a year', () => aFundAndAProgramme.when(setTarget, councils, manager).then(set));

  it('keeps the one that it replaces', () =>
    aFundAndAProgramme
      .and(programme, future, set)
      .when(setTarget, { ...councils, target: { kind: 'councils', atLeast: 30 } }, manager)
      .then(TargetSet({ ...set.data, target: { kind: 'councils', atLeast: 30 }, before: { kind: 'councils', atLeast: 25 } })));

  it('for another year or of another kind stands beside it', async () => {
    const after = aFundAndAProgramme.and(programme, future, set);
    await after.when(setTarget, { ...councils, financialYear: 'FY1314' }, manager).then(TargetSet({ ...set.data, financialYear: 'FY1314' }));
    await after
      .when(setTarget, { ...councils, target: { kind: 'savings', atLeast: '£25,000,000.00' } }, manager)
      .then(TargetSet({ ...set.data, target: { kind: 'savings', atLeast: gbp(2_500_000_000) } }));
  });

  it('needs a programme that is defined', () => givenNothing().when(setTarget, councils, manager).thenNotFound());

  it('reads in the timeline with what it replaced', () => {
    const words = 'The target of FUTURE for FY1213 was set to savings of at least £25,000,000.00';
    const data = { ...set.data, target: { kind: 'savings', atLeast: gbp(2_500_000_000) } } as const;
    expect(TargetSet.say(data)).toBe(words);
    expect(TargetSet.say({ ...data, before: { kind: 'savings', atLeast: gbp(100) } })).toBe(`${words}, in place of savings of at least £1.00`);
  });
});

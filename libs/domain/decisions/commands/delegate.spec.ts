import { gbp, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { limitEvents } from '#domain/limits';
import { AuthorityDelegated } from '../body.events.js';
import { board, delegated, delegation, leadMembers, twoBodies, twoBodiesAndADelegation } from '../testing/index.js';
import { delegate } from './delegate.js';

const terms = {
  from: board, to: leadMembers, perAward: '£20,000.00', total: '£60,000.00',
  startsOn: '2012-04-01', endsOn: '2013-03-31', minute: 'IB 2012-03-20/5',
};
const clerk = by('clerk', '2012-03-21');

describe('delegating authority', () => {
  it('is refused to a body that is not a board', () =>
    twoBodies.when(delegate, { ...terms, from: leadMembers, to: board }, clerk).thenRefused('only-a-board-delegates', { name: 'Lead Members' }));

  it('is refused from a board to itself', () => twoBodies.when(delegate, { ...terms, to: board }, clerk).thenRefused('delegates-to-itself'));

  it('is refused when it would end before it starts', () =>
    twoBodies.when(delegate, { ...terms, endsOn: '2012-03-31' }, clerk).thenRefused('dates-run-backwards', { endsOn: '31 March 2012' }));

  it('is refused when one award could cost more than all together', () =>
    twoBodies.when(delegate, { ...terms, perAward: '£60,000.01' }, clerk).thenRefused('one-award-exceeds-all', { total: '£60,000.00' }));

  it.each([
    ['in its last days', { startsOn: '2013-03-31', endsOn: '2014-03-31' }],
    ['without an end', { startsOn: '2011-04-01', endsOn: undefined }],
  ])('is refused while another is in force, even %s', (_, dates) =>
    twoBodiesAndADelegation.when(delegate, { ...terms, ...dates }, clerk).thenRefused('delegation-overlaps', { name: 'Lead Members' }));

  it('needs bodies that are registered', () => twoBodies.when(delegate, { ...terms, to: 'nobody' }, clerk).thenNotFound());

  it('opens a limit that approvals use up', () => twoBodies.when(delegate, terms, clerk).then(delegated, delegation));

  it('may follow another from the day after', () => {
    const { endsOn: _, ...openEnded } = delegated.data;
    return twoBodiesAndADelegation
      .when(delegate, { ...terms, startsOn: '2013-04-01', endsOn: undefined, total: '£90,000.00' }, clerk)
      .then(
        AuthorityDelegated({ ...openEnded, number: 2, startsOn: toDate('2013-04-01'), total: gbp(9_000_000) }),
        limitEvents.LimitOpened({ subject: 'delegation 2 to lead-members', unit: 'GBP', bucket: 'left', amount: 9_000_000 }),
      );
  });

  it('may be for a single day', () =>
    twoBodies
      .when(delegate, { ...terms, startsOn: '2013-03-31' }, clerk)
      .then(AuthorityDelegated({ ...delegated.data, startsOn: toDate('2013-03-31') }), delegation));

  it('says in the timeline how long it lasts', () => {
    const { endsOn: _, ...openEnded } = delegated.data;
    const words = 'Improvement Board delegated up to £20,000.00 for each award and £60,000.00 in all to Lead Members from 1 April 2012';
    expect(AuthorityDelegated.say(delegated.data)).toBe(`${words} to 31 March 2013 (minute IB 2012-03-20/5)`);
    expect(AuthorityDelegated.say(openEnded)).toBe(`${words} (minute IB 2012-03-20/5)`);
  });
});

import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { limitEvents } from '#domain/limits';
import { AuthorityDelegated, DelegationEnded } from '../body.events.js';
import { body } from '../body.js';
import { delegated, delegation, leadMembers, twoBodies, twoBodiesAndADelegation } from '../testing/index.js';
import { delegate } from './delegate.js';
import { endDelegation } from './end-delegation.js';

const end = { body: leadMembers, minute: 'IB 2012-09-17/6' };
const ended = DelegationEnded({ number: 1, name: 'Lead Members', endsOn: toDate('2012-09-17'), minute: 'IB 2012-09-17/6' });

describe('ending a delegation', () => {
  it('is refused when none was given', () =>
    twoBodies.when(endDelegation, end, by('clerk', '2012-09-17')).thenRefused('delegation-is-not-in-force', { name: 'Lead Members', on: '17 September 2012' }));

  it('is refused after it has ended by itself', () =>
    twoBodiesAndADelegation.when(endDelegation, end, by('clerk', '2013-04-01')).thenRefused('delegation-is-not-in-force'));

  it('makes today its last day', () => twoBodiesAndADelegation.when(endDelegation, end, by('clerk', '2012-09-17')).then(ended));

  it('makes room for another from the day after', async () => {
    const terms = { from: 'board', to: leadMembers, perAward: '£20,000.00', total: '£60,000.00', minute: 'IB 2012-09-17/7' };
    const later = twoBodiesAndADelegation.and(body, leadMembers, ended);
    const { endsOn: _, ...openEnded } = delegated.data;
    await later.when(delegate, { ...terms, startsOn: '2012-09-17' }, by('clerk', '2012-09-17')).thenRefused('delegation-overlaps');
    await later.when(delegate, { ...terms, startsOn: '2012-09-18' }, by('clerk', '2012-09-17')).then(
      AuthorityDelegated({ ...openEnded, number: 2, startsOn: toDate('2012-09-18'), minute: 'IB 2012-09-17/7' }),
      limitEvents.LimitOpened({ ...delegation.data, subject: 'delegation 2 to lead-members' }),
    );
  });
});

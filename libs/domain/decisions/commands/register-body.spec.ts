import { by, givenNothing } from '#kernel/testing/given';
import { BodyRegistered } from '../body.events.js';
import { leadMembers, twoBodies } from '../testing/index.js';
import { registerBody } from './register-body.js';

const register = { code: 'lead-members', name: 'Lead Members', kind: 'members' };

describe('registering a body', () => {
  it('says what it is called and what kind of decider it is', () =>
    givenNothing().when(registerBody, register, by('clerk')).then(BodyRegistered({ body: leadMembers, name: 'Lead Members', kind: 'members' })));

  it('is refused when the code is taken', () =>
    twoBodies.when(registerBody, { ...register, name: 'Others' }, by('clerk')).thenRefused('code-is-taken', { name: 'Lead Members' }));
});

import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { ProgrammeDefined } from '../programme.events.js';
import { aFundAndAProgramme, future } from '../testing/index.js';
import { defineProgramme } from './define-programme.js';

const define = { code: 'FUTURE', name: 'Future Councils', purpose: 'New ways to serve', awardCeiling: '£20,000.00', instrument: 'memorandum-of-agreement' };

describe('defining a programme', () => {
  it('says what it is for, the ceiling of one award and the paper that is signed', () =>
    givenNothing()
      .when(defineProgramme, define, by('manager'))
      .then(ProgrammeDefined({ programme: future, name: 'Future Councils', purpose: 'New ways to serve', awardCeiling: gbp(2_000_000), instrument: 'memorandum-of-agreement' })));

  it('is refused when the code is taken', () =>
    aFundAndAProgramme.when(defineProgramme, define, by('manager')).thenRefused('code-is-taken', { code: 'FUTURE', name: 'Future Councils' }));
});

import { gbp, toCode, toDate } from '#kernel';
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

  it('is refused with its dates backwards', () =>
    givenNothing().when(defineProgramme, { ...define, startsOn: '2014-01-30', endsOn: '2014-01-29' }, by('manager')).thenRefused('dates-backwards', { from: '30 January 2014', until: '29 January 2014' }));

  it('may be a part of another, give no money and need no paper', async () => {
    const defined = { programme: toCode('LDSE'), name: 'Learning disability', purpose: 'Better services', awardCeiling: gbp(0), instrument: 'none', parent: future, startsOn: toDate('2014-01-29') } as const;
    const { programme: _, ...part } = defined;
    await aFundAndAProgramme.when(defineProgramme, { ...part, code: 'LDSE', awardCeiling: '£0.00' }, by('manager')).then(ProgrammeDefined(defined));
    await givenNothing().when(defineProgramme, { ...part, code: 'LDSE', awardCeiling: '£0.00' }, by('manager')).thenNotFound();
    expect(ProgrammeDefined.say(defined)).toBe('The programme Learning disability (LDSE), a part of FUTURE, was defined: no money for each award, without a paper that is signed');
  });

  it('reads in the timeline with its ceiling and its paper', () => {
    expect(ProgrammeDefined.say({ programme: future, name: 'Future Councils', purpose: 'New ways to serve', awardCeiling: gbp(2_000_000), instrument: 'deed' })).toBe(
      'The programme Future Councils (FUTURE) was defined: up to £20,000.00 for each award, by deed',
    );
  });
});

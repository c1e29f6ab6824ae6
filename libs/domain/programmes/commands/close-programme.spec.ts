import { gbp, toCode, toDate } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { ProgrammeClosed, ProgrammeDefined } from '../programme.events.js';
import { programme } from '../programme.js';
import { closeProgramme } from './close-programme.js';

const code = toCode('LDSE');
const defined = ProgrammeDefined({ programme: code, name: 'Learning disability', purpose: 'Better services', awardCeiling: gbp(2_000_000), instrument: 'none', startsOn: toDate('2014-01-29') });
const close = { programme: 'LDSE', note: 'Its work is done' };
const closed = ProgrammeClosed({ programme: code, name: 'Learning disability', on: toDate('2016-07-31'), days: 914, note: 'Its work is done' });

describe('closing a programme', () => {
  it('is refused when it is closed already', () => given(programme, code, defined, closed).when(closeProgramme, close, by('manager')).thenRefused('programme-is-closed'));

  it('is refused before it has begun', () => given(programme, code, defined).when(closeProgramme, close, by('manager', '2014-01-28')).thenRefused('dates-backwards', { startsOn: '29 January 2014' }));

  it('counts the days that it ran', () => given(programme, code, defined).when(closeProgramme, close, by('manager', '2016-07-31')).then(closed));

  it('needs a programme that exists', () => givenNothing().when(closeProgramme, close, by('manager')).thenNotFound());
});

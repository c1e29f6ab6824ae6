import { gbp, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { ProgrammeClosed, SchemeDesigned } from '../programme.events.js';
import { programme } from '../programme.js';
import { aFundAndAProgramme, future, schemeDesigned, sixThousand } from '../testing/index.js';
import { designScheme } from './design-scheme.js';

const manager = by('manager');
const design = { programme: 'FUTURE', terms: sixThousand };
const eight = { ...sixThousand, money: { kind: 'fixed', amount: gbp(800_000) } } as const;
const designed = aFundAndAProgramme.and(programme, future, schemeDesigned);

describe('designing a scheme', () => {
  it('is refused once the programme is closed', () =>
    aFundAndAProgramme
      .and(programme, future, ProgrammeClosed({ programme: future, name: 'Future Councils', on: toDate('2012-06-01'), days: 31 }))
      .when(designScheme, design, manager)
      .thenRefused('programme-is-closed', { name: 'Future Councils' }));

  it('is refused when an award would come to more than the programme allows', () =>
    aFundAndAProgramme.when(designScheme, { ...design, terms: { ...sixThousand, money: { kind: 'fixed', amount: '£20,000.01' } } }, manager).thenRefused('over-programme-ceiling'));

  it('is refused when nothing changes', () => designed.when(designScheme, { ...design, reason: 'To be sure' }, manager).thenRefused('terms-are-the-same', { version: 1 }));

  it('is refused when nobody says why the terms change', () => designed.when(designScheme, { ...design, terms: eight }, manager).thenRefused('reason-is-missing'));

  it('is the first version, and reads in the timeline with what it gives', async () => {
    await aFundAndAProgramme.when(designScheme, design, manager).then(schemeDesigned);
    expect(SchemeDesigned.say(schemeDesigned.data)).toBe('The scheme of FUTURE was designed, version 1: it gives a grant of money');
  });

  it('is another version with its reason from then on', () =>
    designed.when(designScheme, { ...design, terms: eight, reason: 'Prices rose' }, manager).then(SchemeDesigned({ programme: future, version: 2, terms: eight, reason: 'Prices rose' })));
});

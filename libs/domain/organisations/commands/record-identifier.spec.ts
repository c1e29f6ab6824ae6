import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { IdentifierFreed, IdentifierTaken } from '../identifier.events.js';
import { identifier } from '../identifier.js';
import { IdentifierEnded, IdentifierRecorded } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { byLangport, bySomerton, langport, registered, somerton } from '../testing/index.js';
import { recordIdentifier } from './record-identifier.js';

const record = { organisation: somerton, register: 'company', identifier: '00123456' };
const officer = by('officer');
const recorded = IdentifierRecorded({ name: bySomerton.name, register: 'company', identifier: '00123456' });
const taken = registered.and(organisation, somerton, recorded).and(identifier, 'company.00123456', IdentifierTaken(bySomerton));

describe('recording an identifier', () => {
  it('is refused without the zeros that the register writes', () =>
    registered.when(recordIdentifier, { ...record, identifier: '123456' }, officer).thenRefused('identifier-is-misspelt', { identifier: '123456', example: '00123456' }));

  it('is refused where it is written otherwise, such as with blanks', () =>
    registered.when(recordIdentifier, { ...record, identifier: '0012 3456' }, officer).thenRefused('identifier-is-misspelt'));

  it('is refused where the body has it already', () => taken.when(recordIdentifier, record, officer).thenRefused('identifier-is-recorded', { name: bySomerton.name }));

  it('is refused where another body has it, and says which', () =>
    taken.when(recordIdentifier, { ...record, organisation: langport }, officer).thenRefused('identifier-is-taken', { name: bySomerton.name, organisation: somerton }));

  it('takes it for the body, with its zeros', () => registered.when(recordIdentifier, record, officer).then(recorded, IdentifierTaken(bySomerton)));

  it('takes the same digits in another register, where they are somebody else’s', () =>
    taken
      .when(recordIdentifier, { organisation: langport, register: 'charity', identifier: '0123456', from: '2011-04-01' }, officer)
      .then(IdentifierRecorded({ name: byLangport.name, register: 'charity', identifier: '0123456', from: toDate('2011-04-01') }), IdentifierTaken(byLangport)));

  it('gives one that ended to another body', () =>
    taken
      .and(organisation, somerton, IdentifierEnded({ name: bySomerton.name, register: 'company', identifier: '00123456', until: toDate('2012-06-01'), reason: 'Mistyped' }))
      .and(identifier, 'company.00123456', IdentifierFreed(bySomerton))
      .when(recordIdentifier, { ...record, organisation: langport }, officer)
      .then(IdentifierRecorded({ ...recorded.data, name: byLangport.name }), IdentifierTaken(byLangport)));
});

import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { IdentifierFreed, IdentifierTaken } from '../identifier.events.js';
import { identifier } from '../identifier.js';
import { IdentifierEnded, IdentifierRecorded } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { bySomerton, langport, registered, somerton } from '../testing/index.js';
import { endIdentifier } from './end-identifier.js';

const { name } = bySomerton;
const end = { organisation: somerton, register: 'ons', identifier: 'E07000001', until: '2012-04-01', reason: 'The boundary moved' };
const recorded = registered
  .and(organisation, somerton, IdentifierRecorded({ name, register: 'ons', identifier: 'E07000001', from: toDate('2009-04-01') }))
  .and(identifier, 'ons.E07000001', IdentifierTaken(bySomerton));

describe('ending an identifier', () => {
  it('is refused to a body that never had it', () => recorded.when(endIdentifier, { ...end, organisation: langport }, by('officer')).thenRefused('identifier-is-not-recorded', { identifier: 'E07000001' }));

  it('is refused for what is no identifier of that register', () =>
    recorded.when(endIdentifier, { ...end, identifier: 'E7 000 001' }, by('officer')).thenRefused('identifier-is-not-recorded'));

  it('is refused before the day from which it had it', () =>
    recorded.when(endIdentifier, { ...end, until: '2009-03-31' }, by('officer')).thenRefused('dates-backwards', { from: '1 April 2009', until: '31 March 2009' }));

  it('frees it, and keeps until when it was the body’s and why', () =>
    recorded
      .when(endIdentifier, end, by('officer'))
      .then(IdentifierEnded({ name, register: 'ons', identifier: 'E07000001', until: toDate('2012-04-01'), reason: end.reason }), IdentifierFreed(bySomerton)));
});

import { by } from '#kernel/testing/given';
import { OrganisationSucceeded } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { byCommittee, byLangport, bySomerton, committee, langport, registered, somerton } from '../testing/index.js';
import { recordSuccessor } from './record-successor.js';

const reason = 'The structural changes order of 2012';
const record = { organisation: somerton, successors: [{ organisation: langport }], reason };
const succeeded = OrganisationSucceeded({ name: bySomerton.name, successors: [byLangport], reason });
const gone = registered.andOn('2012-04-01', organisation, somerton, succeeded);

describe('recording a successor', () => {
  it('is refused where there is one already, and says who since when', () =>
    gone.when(recordSuccessor, { ...record, successors: [{ organisation: committee }] }, by('officer')).thenRefused('was-succeeded', { by: byLangport.name, on: '1 April 2012' }));

  it('is refused when one is named twice', () =>
    registered.when(recordSuccessor, { ...record, successors: [{ organisation: langport }, { organisation: langport }] }, by('officer')).thenRefused('successor-is-named-twice', { name: byLangport.name }));

  it('is refused to succeed itself', () =>
    registered.when(recordSuccessor, { ...record, successors: [{ organisation: somerton }] }, by('officer')).thenRefused('succeeds-itself', { name: bySomerton.name }));

  it('is refused to go round, however many bodies are on the way', () =>
    gone
      .and(organisation, langport, OrganisationSucceeded({ name: byLangport.name, successors: [byCommittee], reason }))
      .when(recordSuccessor, { organisation: committee, successors: [{ organisation: somerton }], reason }, by('officer'))
      .thenRefused('succeeds-itself', { name: byCommittee.name }));

  it('keeps who came after it, under the name of the day, and why', () => registered.when(recordSuccessor, record, by('officer')).then(succeeded));

  it('splits a body among several', () =>
    registered
      .when(recordSuccessor, { ...record, successors: [{ organisation: langport }, { organisation: committee }] }, by('officer'))
      .then(OrganisationSucceeded({ name: bySomerton.name, successors: [byLangport, byCommittee], reason })));
});

import { by, givenNothing } from '#kernel/testing/given';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { ExpertAddedToPool } from '../expert.events.js';
import { added } from '../testing/index.js';
import { addExpertToPool } from './add-expert-to-pool.js';

const add = { programme: 'FUTURE', title: 'Procurement' };

describe('adding an expert to the pool', () => {
  it('knows the expert by what they do', () => aFundAndAProgramme.when(addExpertToPool, add, by('manager')).then(ExpertAddedToPool({ programme: future, title: 'Procurement' })));

  it('ties the expert to an account, so that interests they declare count', () =>
    aFundAndAProgramme.when(addExpertToPool, { ...add, person: 'person:procurer' }, by('manager')).then(added));

  it('needs a programme that is defined', () => givenNothing().when(addExpertToPool, add, by('manager')).thenNotFound());
});

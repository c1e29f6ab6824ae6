import { by, givenNothing } from '#kernel/testing/given';
import { expert } from '../expert.js';
import { aPool, firstExpert, removed } from '../testing/index.js';
import { removeExpertFromPool } from './remove-expert-from-pool.js';

const remove = { expert: firstExpert, reason: 'Retired' };

describe('removing an expert from the pool', () => {
  it('is refused the second time', () => aPool.and(expert, firstExpert, removed).when(removeExpertFromPool, remove, by('manager')).thenRefused('expert-is-removed'));

  it('says why', () => aPool.when(removeExpertFromPool, remove, by('manager')).then(removed));

  it('needs an expert that was added', () => givenNothing().when(removeExpertFromPool, remove, by('manager')).thenNotFound());
});

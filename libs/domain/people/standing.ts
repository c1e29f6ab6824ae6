import type { ReadFact } from '#kernel';
import type { PersonState } from './person.js';
import type { Standing } from './policies/roles-must-not-exclude.js';
import { role } from './role.js';

/** Every grant of somebody that was not ended, with what its role may do. */
export async function readStanding(read: ReadFact, state: PersonState): Promise<readonly Standing[]> {
  if (state.stage === 'absent') return [];
  return Promise.all(state.grants.filter(({ ended }) => !ended).map(async (grant) => ({ grant, role: (await read.ifAny(role, grant.role)).state })));
}

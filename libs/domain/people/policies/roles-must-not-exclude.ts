import { refuse, type Refusal } from '#kernel';
import type { Grant } from '../person.js';
import { sharesADay, type Period } from '../periods.js';
import type { RoleState } from '../role.js';
import { keptFromAdministrators } from './administrators-decide-nothing.js';

export const exclusionRefusals = {
  'roles-exclude-each-other': 'The roles {role} and {held} exclude each other: whoever administers people takes no part in decisions or money. End the one before you grant the other',
} as const;

/** A grant that stands, with what its role may do as the log has it. */
export interface Standing {
  readonly grant: Grant;
  readonly role: RoleState;
}
interface Wanted extends Period {
  readonly role: string;
  readonly state: RoleState;
}

const decides = (state: RoleState): boolean => state.stage === 'defined' && state.permissions.some(keptFromAdministrators);

export function rolesMustNotExclude(standing: readonly Standing[], wanted: Wanted): Refusal<'roles-exclude-each-other'> | undefined {
  const other = standing.find(
    ({ grant, role }) => !grant.ended && sharesADay(grant, wanted) && ((wanted.role === 'administrator' && decides(role)) || (grant.role === 'administrator' && decides(wanted.state))),
  );
  return other && refuse('roles-exclude-each-other', { role: wanted.role, held: other.grant.role });
}

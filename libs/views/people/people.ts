import { entries, versions, view } from '#kernel';
import { person, personOfRef, role } from '#domain/people';

/** Who holds which role when, which tokens speak for them, and what each role may do. Ids only: names are not in the log. */
export const people = view('people', {
  version: 2,
  tables: {
    persons: versions({ columns: { person: 'text', registered_on: 'text', left_on: 'text?', left_because: 'text?' }, key: ['person'] }),
    grants: versions({
      columns: {
        person: 'text', number: 'integer', role: 'text', starts_on: 'text', ends_on: 'text?', ended_on: 'text?', ended_because: 'text?',
        organisation: 'text?', organisation_name: 'text?', delegated_by: 'text?', granted_by: 'text', reason: 'text',
      },
      key: ['person', 'number'],
      indexes: [['role', 'person'], ['delegated_by', 'person']],
    }),
    tokens: versions({
      columns: { person: 'text', number: 'integer', role: 'text', scope: 'text', issued_on: 'text', expires_on: 'text', revoked_on: 'text?', revoked_because: 'text?' },
      key: ['person', 'number'],
    }),
    roles: versions({ columns: { role: 'text', title: 'text', does: 'text', defined_on: 'text' }, key: ['role'] }),
    /** Permissions as they were given (1) and taken (0): the newest change of each of a role stands. */
    permissions: entries({ columns: { role: 'text', permission: 'text', given: 'integer', effective_on: 'text', reason: 'text?' }, indexes: [['role']] }),
  },
  from: [person, role],
  on: {
    PersonRegistered: (rows, { ref, on }) => rows.persons.put({ person: personOfRef(ref), registered_on: on, left_on: null, left_because: null }),
    RoleGranted: (rows, { ref, data }) =>
      rows.grants.put({
        person: personOfRef(ref), number: data.number, role: data.role, starts_on: data.startsOn, ends_on: data.endsOn ?? null, ended_on: null, ended_because: null,
        organisation: data.organisation ?? null, organisation_name: data.organisationName ?? null, delegated_by: data.delegatedBy ?? null, granted_by: data.grantedBy, reason: data.reason,
      }),
    RoleEnded: (rows, { ref, data: { number, endsOn, reason } }) => rows.grants.patch({ person: personOfRef(ref), number }, { ended_on: endsOn, ended_because: reason }),
    PersonLeft: (rows, { ref, on, data: { reason } }) => rows.persons.patch({ person: personOfRef(ref) }, { left_on: on, left_because: reason }),
    ApiTokenIssued: (rows, { ref, on, data: { number, role: code, scope, expiresOn } }) =>
      rows.tokens.put({
        person: personOfRef(ref), number, role: code, scope: scope.map(({ permission }) => permission).join(' '), issued_on: on, expires_on: expiresOn, revoked_on: null, revoked_because: null,
      }),
    ApiTokenRevoked: (rows, { ref, on, data: { number, reason } }) => rows.tokens.patch({ person: personOfRef(ref), number }, { revoked_on: on, revoked_because: reason }),
    RoleDefined(rows, { on, data: { role: code, title, does, permissions } }) {
      rows.roles.put({ role: code, title, does, defined_on: on });
      for (const { permission } of permissions) rows.permissions.add({ role: code, permission, given: 1, effective_on: on, reason: null });
    },
    PermissionGiven: (rows, { on, data: { role: code, permission, reason } }) => rows.permissions.add({ role: code, permission, given: 1, effective_on: on, reason }),
    PermissionTaken: (rows, { on, data: { role: code, permission, reason } }) => rows.permissions.add({ role: code, permission, given: 0, effective_on: on, reason }),
  },
});

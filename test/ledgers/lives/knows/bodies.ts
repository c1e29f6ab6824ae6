import { addDays } from '#kernel';
import type { Case, Knowledge, Written } from '../case.js';

/** Bodies that are known by numbers, join and go. Few of each, so that numbers are taken and circles close. */
export function bodies(of: Case): Knowledge {
  const { below, pick } = of;
  const known = (): Written => ({ organisation: of.one('OR'), register: 'company', identifier: `0012345${below(8)}` });
  const some = (least: number): readonly Written[] => Array.from({ length: least + below(2) }, () => ({ organisation: of.one('OR') }));

  return {
    RecordIdentifier: () => ({ ...known(), from: pick([undefined, of.on, of.on]) }),
    EndIdentifier: () => ({ ...known(), until: pick([of.on, addDays(of.on, -90)]) }),
    NameMembers: () => ({
      organisation: pick(['OR-2012-005', 'OR-2012-005', of.one('OR')]),
      members: pick([some(1), [{ organisation: 'OR-2012-007' }], [{ organisation: 'OR-2012-005' }]]),
    }),
    RecordSuccessor: () => ({ organisation: pick(['OR-2012-004', of.one('OR')]), successors: some(1) }),
  };
}

/** Roles that are held, lent and taken back. */
export function people(of: Case): Knowledge {
  const { below, pick } = of;
  const colleague = (): string => pick(['person:clerk', 'person:officer', 'person:director', 'person:director', `person:guest-${below(4)}`]);
  const role = (): string => pick(['programme-manager', 'programme-manager', 'programme-officer', 'auditor', 'finance-officer', 'administrator']);
  const lent = { role: 'programme-manager' };

  return {
    GrantRole: () => ({
      person: colleague(), role: role(), startsOn: pick(['2012-04-01', of.on]), endsOn: pick([undefined, addDays(of.on, 20), addDays(of.on, 200)]),
      organisation: undefined,
    }),
    DelegateRole: () => ({ to: colleague(), ...lent, startsOn: addDays(of.on, below(9)), endsOn: addDays(of.on, pick([9, 30, 300])) }),
    TakeBackRole: () => ({ from: colleague(), number: 1 + below(6) }),
    EndRole: () => ({ person: colleague(), number: 1 + below(6) }),
    IssueApiToken: () => ({
      ...lent, scope: [{ permission: pick(['register:read', 'award:approve', 'people:grant', 'token:issue']) }],
      expiresOn: addDays(of.on, pick([9, 90, 400, -1])),
    }),
    RevokeApiToken: () => ({ person: pick([of.actor, of.actor, colleague()]), number: 1 + below(2) }),
    RecordDeparture: () => ({ person: pick([`person:guest-${below(30)}`, of.actor]) }),
    TakePermission: () => ({ role: pick(['administrator', 'programme-officer']), permission: pick(['people:grant', 'award:approve']) }),
    GivePermission: () => ({ role: pick(['programme-officer', 'administrator']), permission: 'award:approve' }),
  };
}

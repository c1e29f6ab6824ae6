import { toCode, toDate, toPerson, toReference } from '#kernel';
import { person, personEvents, role, roleEvents } from '#domain/people';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told } from '../testing/told.js';
import { peopleList, peopleViews, personPage, rolesPage } from './index.js';

const [mary, nora, olga] = [toPerson('mary'), toPerson('nora'), toPerson('olga')];
const { ApiTokenIssued, ApiTokenRevoked, PersonLeft, PersonRegistered, RoleEnded, RoleGranted } = personEvents;
const [manager, auditor, recipient] = [toCode('programme-manager'), toCode('auditor'), toCode('recipient')];
const given = { grantedBy: nora, reason: 'joined' };
const history = [
  told(role, 'auditor', '2012-01-01', roleEvents.RoleDefined({ role: auditor, title: 'Auditor', does: 'reads', permissions: [{ permission: 'audit:read' }, { permission: 'ledger:read' }] })),
  told(person, 'mary', '2012-01-02', PersonRegistered({ person: mary })),
  told(person, 'nora', '2012-01-02', PersonRegistered({ person: nora })),
  told(person, 'olga', '2012-01-03', PersonRegistered({ person: olga })),
  told(person, 'nora', '2012-01-03', RoleGranted({ number: 1, role: manager, startsOn: toDate('2012-01-03'), ...given })),
  told(person, 'mary', '2012-01-03', RoleGranted({ number: 1, role: auditor, startsOn: toDate('2012-01-03'), ...given })),
  told(person, 'olga', '2012-02-01', RoleGranted({ number: 1, role: recipient, startsOn: toDate('2012-02-01'), organisation: toReference('OR', 'OR-2012-001'), organisationName: 'Leeds City Council', ...given })),
  told(role, 'auditor', '2012-02-15', roleEvents.PermissionTaken({ role: auditor, title: 'Auditor', permission: 'ledger:read', reason: 'policy' }), roleEvents.PermissionGiven({ role: auditor, title: 'Auditor', permission: 'people:read', reason: 'policy' })),
  told(person, 'mary', '2012-03-01', RoleGranted({ number: 2, role: manager, startsOn: toDate('2012-04-01'), endsOn: toDate('2012-04-14'), delegatedBy: nora, grantedBy: nora, reason: 'on leave' })),
  told(person, 'mary', '2012-03-02', ApiTokenIssued({ number: 1, role: auditor, scope: [{ permission: 'audit:read' }, { permission: 'register:read' }], expiresOn: toDate('2012-12-31') })),
  told(person, 'mary', '2012-05-01', RoleEnded({ number: 1, role: auditor, endsOn: toDate('2012-05-01'), reason: 'moved' }), ApiTokenRevoked({ number: 1, reason: 'moved' })),
  told(person, 'nora', '2012-06-01', PersonLeft({ reason: 'retired' })),
];

describe('The people of a log', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, peopleViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { known, on }: { known?: string; on?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const held = async (clocks: object) => Object.fromEntries((await asked(peopleList, {}, clocks)).rows.map(({ person: who, grants }) => [who, grants.map(({ role: code }) => code)]));

  it('hold roles on the days of each, as it was known', async () => {
    expect(await held({})).toEqual({ [mary]: ['auditor', 'programme-manager'], [nora]: ['programme-manager'], [olga]: ['recipient'] });
    expect(await held({ on: '2012-01-02' })).toEqual({ [mary]: [], [nora]: [] });
    expect(await held({ on: '2012-03-31' })).toEqual({ [mary]: ['auditor'], [nora]: ['programme-manager'], [olga]: ['recipient'] });
    expect(await held({ on: '2012-04-14' })).toEqual({ [mary]: ['auditor', 'programme-manager'], [nora]: ['programme-manager'], [olga]: ['recipient'] });
    expect(await held({ on: '2012-05-01' })).toEqual({ [mary]: [], [nora]: ['programme-manager'], [olga]: ['recipient'] });
    expect(await held({ on: '2012-06-01' })).toMatchObject({ [nora]: [] });
    expect(await held({ on: '2012-04-14', known: '2012-02-20' })).toMatchObject({ [mary]: ['auditor'] });
  });

  it('are found by a role that they hold', async () => {
    const found = async (wanted: string, clocks: object = {}) => (await asked(peopleList, { role: wanted }, clocks)).rows.map(({ person: who }) => who);
    expect(await found('programme-manager')).toEqual([mary]);
    expect(await found('programme-manager', { on: '2012-04-02' })).toEqual([mary, nora]);
    expect(await found('auditor')).toEqual([]);
    expect(await found('auditor', { known: '2012-04-30' })).toEqual([mary]);
  });

  it('have a page each, with what was lent, what ended, and their tokens', async () => {
    expect(await asked(personPage, { person: mary })).toEqual({
      person: mary, registeredOn: '2012-01-02', leftOn: null, leftBecause: null, lent: [],
      grants: [
        expect.objectContaining({ number: 1, role: 'auditor', endedOn: '2012-05-01', endedBecause: 'moved' }),
        expect.objectContaining({ number: 2, role: 'programme-manager', startsOn: '2012-04-01', endsOn: '2012-04-14', delegatedBy: nora }),
      ],
      tokens: [{ number: 1, role: 'auditor', scope: 'audit:read register:read', issuedOn: '2012-03-02', expiresOn: '2012-12-31', revokedOn: '2012-05-01', revokedBecause: 'moved' }],
    });
    expect(await asked(personPage, { person: nora })).toMatchObject({ leftOn: '2012-06-01', leftBecause: 'retired', lent: [{ person: mary, role: 'programme-manager' }] });
    expect(await asked(personPage, { person: olga })).toMatchObject({ grants: [{ organisation: 'OR-2012-001', organisationName: 'Leeds City Council' }] });
    expect(await asked(personPage, { person: mary }, { on: '2012-04-02' })).toMatchObject({ grants: [{ number: 1 }, { number: 2 }], tokens: [{ number: 1 }] });
    expect(await asked(personPage, { person: mary }, { on: '2012-03-01' })).toMatchObject({ grants: [{ number: 1 }], tokens: [] });
    expect(await asked(personPage, { person: nora }, { on: '2012-06-02' })).toMatchObject({ grants: [], lent: [] });
    expect(await asked(personPage, { person: olga }, { on: '2012-01-02' })).toBeUndefined();
    expect(await asked(personPage, { person: toPerson('nobody') })).toBeUndefined();
    expect(await asked(personPage, { person: olga }, { known: '2012-01-02' })).toBeUndefined();
  });

  it('act in roles whose permissions are known as they stood', async () => {
    expect(await asked(rolesPage, {})).toEqual([{ role: 'auditor', title: 'Auditor', does: 'reads', permissions: [
      { permission: 'audit:read', given: true, sinceOn: '2012-01-01', reason: null }, { permission: 'ledger:read', given: false, sinceOn: '2012-02-15', reason: 'policy' }, { permission: 'people:read', given: true, sinceOn: '2012-02-15', reason: 'policy' },
    ] }]);
    expect((await asked(rolesPage, {}, { known: '2012-02-14' }))[0]?.permissions.map(({ permission, given: isGiven }) => [permission, isGiven])).toEqual([['audit:read', true], ['ledger:read', true]]);
    expect((await asked(rolesPage, {}, { on: '2012-02-14' }))[0]?.permissions.map(({ permission, given: isGiven }) => [permission, isGiven])).toEqual([['audit:read', true], ['ledger:read', true]]);
    expect((await asked(rolesPage, {}, { on: '2012-02-15', known: '2012-02-14' }))[0]?.permissions).toHaveLength(2);
    expect((await asked(rolesPage, {}, { on: '2012-02-15' }))[0]?.permissions).toHaveLength(3);
    expect(await asked(rolesPage, {}, { on: '2011-12-31' })).toEqual([]);
  });
});

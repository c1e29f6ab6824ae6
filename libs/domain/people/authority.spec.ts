import { reading, toDate, toPerson, toReference, type Asking, type EventOf, type EventSet, type NewEvent, type Permission, type StreamDeclaration } from '#kernel';
import { authority } from './authority.js';
import type * as events from './person.events.js';
import { ApiTokenIssued, ApiTokenRevoked, PersonLeft, RoleEnded } from './person.events.js';
import { person } from './person.js';
import { PermissionGiven, PermissionTaken } from './role.events.js';
import { role } from './role.js';
import { everyRole } from './roles.js';
import { defined, granted, registered } from './testing/people.js';
import { toCode } from '#kernel';

type PersonEvent = EventOf<typeof events>;
const on = toDate('2012-06-13');
const shipped: Readonly<Record<string, readonly NewEvent[]>> = Object.fromEntries(everyRole.map((code) => [`role-${code}`, [defined(code)]]));

/** Asks the authority of a log that holds the shipped roles and these events. */
async function ask(log: Readonly<Record<string, readonly NewEvent[]>>, asking: Partial<Asking>, permission: Permission) {
  const fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string) => {
    const history = { ...shipped, ...log }[`${of.category}-${ref}`] ?? [];
    return Promise.resolve({ version: history.length, state: history.reduce((state, event, i) => of.evolve(state, event, { ref, version: i + 1, on, by: 'person:chief' }), of.initial) });
  };
  const { read, reads } = reading(fold);
  const granted = await authority(read, { actor: toPerson('mary'), role: 'programme-manager', today: on, ...asking }, permission);
  return { ...granted, reads: [...reads.keys()] };
}
const mary = (...history: PersonEvent[]) => ({ 'person-mary': [registered('mary'), ...history] });
const manager = granted('programme-manager');
const because = (words: string) => ({ granted: false, because: expect.stringContaining(words) as string });

describe('who may do what', () => {
  it('is whoever holds a role that may, and the log is read for both', async () => {
    expect(await ask(mary(manager), {}, 'award:approve')).toEqual({ granted: true, reads: ['role-programme-manager', 'person-mary'] });
  });

  it('is nobody in a role that may not, and the answer says which roles may', async () => {
    expect(await ask(mary(manager), {}, 'payment:release')).toMatchObject({ granted: false, heldBy: ['payment-releaser'], because: 'The role programme-manager may not do this: payment:release is held by payment-releaser' });
  });

  it('is nobody in a role that does not exist', async () => {
    expect(await ask(mary(manager), { role: 'owner' }, 'award:approve')).toMatchObject(because('There is no role "owner"'));
  });

  it('is nobody who is not registered', async () => {
    expect(await ask({}, {}, 'award:approve')).toMatchObject(because('Nobody is registered as person:mary'));
  });

  it('is nobody who was never granted the role, and the answer says how it is granted', async () => {
    expect(await ask(mary(granted('auditor')), {}, 'award:approve')).toMatchObject(because('An administrator grants it with GrantRole'));
  });

  it.each(['2011-12-31', '2012-07-01'])('is nobody on %s when the role counts from January to June', async (today) => {
    expect(await ask(mary(granted('programme-manager', { endsOn: toDate('2012-06-30') })), { today: toDate(today) }, 'award:approve')).toMatchObject({ granted: false });
  });

  it.each(['2012-01-01', '2012-06-30'])('is somebody on %s, since both the first and the last day count', async (today) => {
    expect(await ask(mary(granted('programme-manager', { endsOn: toDate('2012-06-30') })), { today: toDate(today) }, 'award:approve')).toMatchObject({ granted: true });
  });

  it('ends at once when the role is ended, and when the person leaves', async () => {
    const ended = RoleEnded({ number: 1, role: toCode('programme-manager'), endsOn: on, reason: 'moved' });
    expect(await ask(mary(manager, ended), {}, 'award:approve')).toMatchObject({ granted: false });
    expect(await ask(mary(manager, PersonLeft({ reason: 'retired' })), {}, 'award:approve')).toMatchObject(because('has left'));
  });

  it('follows what was given to a role and taken from it', async () => {
    const change = { role: toCode('programme-manager'), title: 'Programme manager', reason: 'policy' };
    const given = { 'role-programme-manager': [defined('programme-manager', []), PermissionGiven({ ...change, permission: 'award:approve' })] };
    expect(await ask({ ...mary(manager), ...given }, {}, 'award:approve')).toMatchObject({ granted: true });
    const taken = { 'role-programme-manager': [defined('programme-manager'), PermissionTaken({ ...change, permission: 'award:approve' })] };
    expect(await ask({ ...mary(manager), ...taken }, {}, 'award:approve')).toMatchObject({ granted: false, heldBy: [] });
  });

  it('is no administrator in any other role, whatever they were granted', async () => {
    expect(await ask(mary(manager, granted('administrator', { number: 2 })), {}, 'award:approve')).toMatchObject(because('takes no part in decisions or money'));
    expect(await ask(mary(manager, granted('administrator', { number: 2 })), {}, 'register:read')).toMatchObject({ granted: true });
  });

  it('is what a recipient’s organisation is concerned with', async () => {
    const organisation = toReference('OR', 'OR-2012-001');
    expect(await ask(mary(granted('recipient', { organisation })), { role: 'recipient' }, 'match:pledge')).toMatchObject({ granted: true, actsFor: organisation });
  });

  it('is Tallystick itself for what falls due, and nobody else in that role', async () => {
    expect(await ask({}, { actor: toPerson('clockwork'), role: 'clockwork' }, 'agreement:lapse')).toMatchObject({ granted: true });
    expect(await ask(mary(manager), { role: 'clockwork' }, 'agreement:lapse')).toMatchObject({ granted: false });
    expect(await ask({}, { actor: toPerson('clockwork') }, 'award:approve')).toMatchObject({ granted: false });
    expect(await ask({}, { actor: toPerson('installation'), role: 'installation' }, 'people:grant')).toMatchObject({ granted: false });
  });
});

describe('a role that was lent', () => {
  const lent = granted('programme-manager', { delegatedBy: toPerson('nora'), endsOn: toDate('2012-06-30') });
  const nora = (...history: PersonEvent[]) => ({ 'person-nora': [registered('nora'), ...history] });

  it('counts on behalf of whoever lent it, whose hands are then at work too', async () => {
    expect(await ask({ ...mary(lent), ...nora(manager) }, {}, 'award:approve')).toMatchObject({ granted: true, onBehalfOf: 'person:nora' });
  });

  it('counts no longer when whoever lent it does not hold it any more', async () => {
    expect(await ask({ ...mary(lent), ...nora(manager, PersonLeft({ reason: 'retired' })) }, {}, 'award:approve')).toMatchObject(because('does not hold it any more'));
    expect(await ask({ ...mary(lent), ...nora(granted('programme-manager', { delegatedBy: toPerson('olga') })) }, {}, 'award:approve')).toMatchObject({ granted: false });
  });

  it('counts no longer when whoever lent it acts for another organisation since', async () => {
    const [before, since] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002')];
    const lentFor = granted('recipient', { delegatedBy: toPerson('nora'), organisation: before });
    const pledge = (organisation: typeof before) => ask({ ...mary(lentFor), ...nora(granted('recipient', { organisation })) }, { role: 'recipient' }, 'match:pledge');
    expect(await pledge(before)).toMatchObject({ granted: true, actsFor: before });
    expect(await pledge(since)).toMatchObject(because('does not hold it any more'));
  });

  it('gives way to the same role of one’s own', async () => {
    expect(await ask({ ...mary(lent, granted('programme-manager', { number: 2 })), ...nora(manager) }, {}, 'award:approve')).not.toHaveProperty('onBehalfOf');
  });
});

describe('a token', () => {
  const token = ApiTokenIssued({ number: 1, role: toCode('programme-manager'), scope: [{ permission: 'award:approve' }], expiresOn: toDate('2012-06-13') });
  const holder = mary(manager, granted('auditor', { number: 2 }), token);

  it('speaks for its person within its scope, up to its last day', async () => {
    expect(await ask(holder, { token: 1 }, 'award:approve')).toMatchObject({ granted: true });
    expect(await ask(holder, { token: 1, today: toDate('2012-06-14') }, 'award:approve')).toMatchObject(because('expired on 13 June 2012'));
  });

  it('reaches no further than its scope and its role', async () => {
    expect(await ask(holder, { token: 1 }, 'round:open')).toMatchObject(because('leaves out round:open'));
    expect(await ask(holder, { token: 1, role: 'auditor' }, 'audit:read')).toMatchObject(because('is for the role programme-manager'));
    expect(await ask(holder, { token: 2 }, 'award:approve')).toMatchObject(because('revoked'));
  });

  it('ends when it is revoked, and with the role that it speaks in', async () => {
    expect(await ask(mary(manager, token, ApiTokenRevoked({ number: 1, reason: 'lost' })), { token: 1 }, 'award:approve')).toMatchObject(because('was revoked'));
    expect(await ask(mary(token), { token: 1 }, 'award:approve')).toMatchObject(because('does not hold the role'));
  });
});

it('streams of people and of roles are what the authority asks', () => {
  expect([person.category, role.category]).toEqual(['person', 'role']);
});

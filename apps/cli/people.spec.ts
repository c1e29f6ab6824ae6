import { openAccounts } from '#platform/accounts';
import { systemClock } from '#platform/event-store';
import { liveOffice } from './testing/live-office.js';
import { desk } from './testing/typed.js';

let office = desk();
beforeEach(() => (office = desk()));
afterEach(() => office.clear());

interface Appointed {
  readonly person: string;
  readonly link: string;
}
interface People {
  readonly people: readonly { readonly person: string; readonly name: string | null; readonly grants: readonly { readonly role: string; readonly grantedBy: string }[] }[];
}

describe('the first administrator', () => {
  it('is appointed at the console, by the installation, with a one-time link that lets them in', async () => {
    const { person, link } = (await office.type('people', 'first-administrator', '--name', 'Ann Example', '--address', 'https://grants.example/', '--json')).json<Appointed>();
    const [, token = ''] = /^https:\/\/grants\.example\/invitation\/([\w-]{43})$/.exec(link) ?? [];
    const accounts = await openAccounts({ address: `sqlite:${office.data}/accounts.db`, clock: systemClock });
    expect(await accounts.invitation(token)).toMatchObject({ person, purpose: 'join', displayName: 'Ann Example' });
    await accounts.close();
    const { people } = (await office.type('people', '--json')).json<People>();
    expect(people).toMatchObject([{ person, name: 'Ann Example', grants: [{ role: 'administrator', grantedBy: 'person:installation' }] }]);
    expect((await office.type('people')).out).toContain('Ann Example');
  });

  it('is appointed once: whoever administers invites the others', async () => {
    const chief = await liveOffice(office, {});
    expect(await office.type('people', 'first-administrator')).toMatchObject({ exit: 1, err: expect.stringContaining(`tally people invite ${chief} --reset`) });
  });

  it('can be no one else at the console: nobody acts as the installation', async () => {
    await liveOffice(office, {});
    const words = ['run', 'RegisterPerson', '--person', 'person:4f7c', '--by', 'installation', '--actor', 'person:installation'];
    expect(await office.type(...words)).toMatchObject({ exit: 2, err: expect.stringContaining('There is no role "installation"') });
  });

  it('is not needed in a demonstration, which has its people', async () => {
    await office.typeWith('{"on":"2012-04-02","by":"finance-officer","do":"OpenFund","with":{"code":"A","name":"A"}}', 'play', '-', '--demonstration');
    expect(await office.type('people', 'first-administrator')).toMatchObject({ exit: 1, err: expect.stringContaining('person:demo-administrator') });
  });
});

describe('an invitation', () => {
  it('to choose a new passphrase lets in whoever never chose a sign-in name', async () => {
    const { person } = (await office.type('people', 'first-administrator', '--json')).json<Appointed>();
    const { link } = (await office.type('people', 'invite', person, '--reset', '--json')).json<Appointed>();
    const accounts = await openAccounts({ address: `sqlite:${office.data}/accounts.db`, clock: systemClock });
    expect(await accounts.invitation(link.split('/').at(-1) ?? '')).toMatchObject({ person, purpose: 'join' });
    await accounts.close();
  });

  it('is for somebody who is registered and has not left', async () => {
    const chief = await liveOffice(office, { 'person:4f7c': 'auditor' });
    expect(await office.type('people', 'invite', 'person:4f7c')).toMatchObject({ exit: 0, out: expect.stringContaining('http://127.0.0.1:3000/invitation/') });
    expect(await office.type('people', 'invite', 'person:5e8d')).toMatchObject({ exit: 1, err: expect.stringContaining('tally run RegisterPerson --person person:5e8d') });
    expect(await office.type('people', 'invite', 'Ann')).toMatchObject({ exit: 2, err: expect.stringContaining('"Ann" is not a person\'s id') });
    await office.type('run', 'RecordDeparture', '--person', 'person:4f7c', '--reason', 'retired', '--by', 'administrator', '--actor', chief);
    expect(await office.type('people', 'invite', 'person:4f7c')).toMatchObject({ exit: 1, err: expect.stringContaining('left on') });
  });
});

describe('what is typed in somebody’s name', () => {
  it('is done only in a role that they hold', async () => {
    await liveOffice(office, { 'person:4f7c': 'finance-officer' });
    const words = ['run', 'OpenFund', '--code', 'A', '--name', 'A', '--by', 'finance-officer', '--actor'];
    expect((await office.type(...words, 'person:4f7c')).exit).toBe(0);
    expect(await office.type('run', 'RegisterBody', '--code', 'board', '--name', 'Board', '--kind', 'board', '--by', 'secretary', '--actor', 'person:4f7c')).toMatchObject({
      exit: 1, out: expect.stringContaining('does not hold the role secretary'),
    });
  });
});

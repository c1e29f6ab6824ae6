import { toCode, toDate, toPerson } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { ApiTokenIssued, ApiTokenRevoked } from '../person.events.js';
import { person } from '../person.js';
import { role } from '../role.js';
import { defined, granted, registered } from '../testing/people.js';
import { issueApiToken } from './issue-api-token.js';
import { revokeApiToken } from './revoke-api-token.js';

const office = given(person, 'mary', registered('mary'), granted('auditor')).and(role, 'auditor', defined('auditor')).and(role, 'secretary', defined('secretary'));
const mary = by('auditor', '2012-06-13', 'mary');
const issue = { role: 'auditor', scope: [{ permission: 'register:read' }, { permission: 'ledger:read' }], expiresOn: '2012-12-31' };
const issued = ApiTokenIssued({ number: 1, role: toCode('auditor'), scope: issue.scope, expiresOn: toDate('2012-12-31') });

describe('issuing a token', () => {
  it('is for oneself, in a role, for part of what it may do, for a time', () => office.when(issueApiToken, issue, mary).then(issued));
  it('is refused in a role that one does not hold', () => office.when(issueApiToken, { ...issue, role: 'secretary' }, mary).thenRefused('role-is-not-held'));

  it('is refused in a role that was lent', () =>
    office.and(person, 'mary', granted('secretary', { number: 2, delegatedBy: toPerson('nora') })).when(issueApiToken, { ...issue, role: 'secretary' }, mary).thenRefused('role-is-itself-delegated'));

  it('is refused when it would expire before it begins', () => office.when(issueApiToken, { ...issue, expiresOn: '2012-06-12' }, mary).thenRefused('token-expires-at-once'));
  it('is refused for longer than a year', () => office.when(issueApiToken, { ...issue, expiresOn: '2013-06-15' }, mary).thenRefused('token-lives-too-long', { latest: '14 June 2013' }));
  it('is refused when it could make more of itself', () => office.when(issueApiToken, { ...issue, scope: [{ permission: 'token:issue' }] }, mary).thenRefused('scope-hands-on'));
  it('is refused beyond the role', () => office.when(issueApiToken, { ...issue, scope: [{ permission: 'award:approve' }] }, mary).thenRefused('scope-goes-beyond-role', { permission: 'award:approve' }));
});

describe('revoking a token', () => {
  const holding = office.and(person, 'mary', issued);
  const revoke = { person: 'person:mary', number: 1, reason: 'lost with a laptop' };
  const revoked = ApiTokenRevoked({ number: 1, reason: 'lost with a laptop' });
  it('is done by whoever it speaks for', () => holding.when(revokeApiToken, revoke, mary).then(revoked));
  it('is done by an administrator', () => holding.when(revokeApiToken, revoke, by('administrator')).then(revoked));
  it('is refused to anybody else', () => holding.when(revokeApiToken, revoke, by('secretary')).thenRefused('token-is-somebody-elses'));
  it('is refused for one that was never issued', () => holding.when(revokeApiToken, { ...revoke, number: 2 }, mary).thenRefused('token-was-not-issued'));
  it('is refused a second time', () => holding.and(person, 'mary', revoked).when(revokeApiToken, revoke, mary).thenRefused('token-was-revoked'));
});

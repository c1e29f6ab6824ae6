import { count, decide, person as personField, present, refuse, text, type Person } from '#kernel';
import { ApiTokenRevoked } from '../person.events.js';
import { person, refOfPerson } from '../person.js';

export class RevokeApiToken {
  @personField('Person') person!: Person;
  @count('Number', { min: 1, hint: 'Which of their tokens, as they are counted' }) number!: number;
  @text('Reason') reason!: string;
}

export const revokeApiToken = decide(person, RevokeApiToken, {
  summary: 'Revoke an API token at once: your own, or as an administrator anybody’s.',
  permission: 'token:revoke',
  ref: (input) => refOfPerson(input.person),
  refusals: {
    'token-is-somebody-elses': 'This token is somebody else’s. They or an administrator can revoke it',
    'token-was-not-issued': 'They were never issued a token number {number}',
    'token-was-revoked': 'This token was revoked already',
  },
  rule(state, { person: id, number, reason }, { actor, role }) {
    if (id !== actor && role !== 'administrator') return refuse('token-is-somebody-elses');
    const token = present(state).tokens.find((each) => each.number === number);
    if (!token) return refuse('token-was-not-issued', { number });
    if (token.revoked) return refuse('token-was-revoked');

    return [ApiTokenRevoked({ number, reason })];
  },
});

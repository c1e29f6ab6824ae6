/** Stored. Change only through body.history.ts. */
import { code, count, date, event, money, optional, text } from '#kernel';
import { bodyKind } from './body-kind.js';

/* An event whose sentence is a function names its optional fields, choices and references first: inside, the compiler would leave them until last. */
const endsOn = optional(date('Ends on', { hint: 'The last day on which it is in force' }));

export const BodyRegistered = event('BodyRegistered', {
  fields: {
    body: code('Body'),
    name: text('Name'),
    kind: bodyKind,
  },
  sentence: '{name} ({body}) was registered as a {kind}',
});

export const AuthorityDelegated = event('AuthorityDelegated', {
  fields: {
    number: count('Number', { min: 1, hint: 'Counts the delegations to this body' }),
    from: code('From'),
    fromName: text('Name of the delegating body'),
    toName: text('Name of the receiving body'),
    perAward: money('Limit for one award'),
    total: money('Limit for all awards together'),
    startsOn: date('Starts on'),
    endsOn,
    minute: text('Minute'),
  },
  sentence: ({ endsOn }, show) =>
    `${show('fromName')} delegated up to ${show('perAward')} for each award and ${show('total')} in all to ${show('toName')} from ${show('startsOn')}` +
    `${endsOn ? ` to ${show('endsOn')}` : ''} (minute ${show('minute')})`,
});

export const DelegationEnded = event('DelegationEnded', {
  fields: { number: count('Number', { min: 1 }), name: text('Name of the body'), endsOn: date('Last day in force'), minute: text('Minute') },
  sentence: 'The delegation to {name} ends with {endsOn} (minute {minute})',
});

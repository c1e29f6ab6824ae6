import { gbp, toCode, toDate, toPerson, toReference } from '#kernel';
import { givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { AuthorityDelegated, BodyRegistered } from '../body.events.js';
import { body } from '../body.js';
import { DecisionRecorded } from '../decision.events.js';
import type { Verb } from '../verbs.js';

export const board = toCode('board');
export const leadMembers = toCode('lead-members');
export const firstDecision = toReference('DC', 'DC-2012-001');

type History = ReturnType<typeof givenNothing>;

/** A board, and lead members to whom nothing is delegated. */
export const withBodies = (before: History): History =>
  before
    .and(body, board, BodyRegistered({ body: board, name: 'Improvement Board', kind: 'board' }))
    .and(body, leadMembers, BodyRegistered({ body: leadMembers, name: 'Lead Members', kind: 'members' }));
export const twoBodies = withBodies(givenNothing());

export const delegated = AuthorityDelegated({
  number: 1,
  from: board,
  fromName: 'Improvement Board',
  toName: 'Lead Members',
  perAward: gbp(2_000_000),
  total: gbp(6_000_000),
  startsOn: toDate('2012-04-01'),
  endsOn: toDate('2013-03-31'),
  minute: 'IB 2012-03-20/5',
});
export const delegation = limitEvents.LimitOpened({ subject: 'delegation 1 to lead-members', unit: 'GBP', bucket: 'left', amount: 6_000_000 });

/** £20,000.00 for each award and £60,000.00 in all, from 1 April 2012 to 31 March 2013. */
export const withDelegation = (before: History): History => withBodies(before).and(body, leadMembers, delegated).and(limit, 'delegation.lead-members.1', delegation);
export const twoBodiesAndADelegation = withDelegation(givenNothing());

/** What the Board minuted about an award. */
export const boardDecided = (verb: Verb, award = 'AW-2012-001') =>
  DecisionRecorded({
    award: toReference('AW', award),
    decidedBy: board,
    decidedByName: 'Improvement Board',
    recordedBy: toPerson('clerk'),
    meeting: '2 July 2012',
    item: '4',
    verb,
    minute: 'IB 2012-07-02/4',
  });

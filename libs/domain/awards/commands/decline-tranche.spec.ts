import { gbp, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { decision } from '#domain/decisions';
import { boardDecided, firstDecision } from '#domain/decisions/testing';
import { interests, interestsEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { anAwardApproved, delegatedAuthority, firstAward } from '../testing/index.js';
import { named, recommendedUnder, signedUnder } from '../testing/under-terms/index.js';
import { TrancheDeclined } from '../tranche.events.js';
import { declineTranche } from './decline-tranche.js';

const clerk = by('clerk', '2013-03-01');
const decline = { award: firstAward, number: 1, reason: 'No money for that year', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const { upTo, subjectTo: _, lapsesOn: __, ...tranche } = named.data;

describe('declining a later year', () => {
  it('is refused where none is named', () => anAwardApproved.when(declineTranche, decline, clerk).thenRefused('tranche-is-not-conditional', { stage: 'not there' }));

  it('is refused when the board decided otherwise', () =>
    recommendedUnder({}, [named])
      .andOn('2013-02-20', decision, firstDecision, boardDecided('confirmed'))
      .when(declineTranche, { ...decline, authority: { kind: 'board', decision: firstDecision } }, clerk)
      .thenRefused('verb-does-not-decline'));

  it('is refused without a delegation in force', () =>
    recommendedUnder({}, [named]).when(declineTranche, decline, by('clerk', '2013-04-01')).thenRefused('delegation-is-not-in-force'));

  it('is refused to whoever has an interest in the round', () =>
    recommendedUnder({}, [named])
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('clerk'), nature: 'Member' }))
      .when(declineTranche, decline, clerk)
      .thenRefused('interest-bars-the-round'));

  it('moves no money, because none was committed', () =>
    recommendedUnder({}, [named]).when(declineTranche, decline, clerk).then(TrancheDeclined({ ...tranche, named: upTo, reason: decline.reason, ...delegatedAuthority })));

  it('leaves what was signed as it is', () =>
    signedUnder({}, {}, 2_000_000, {}, [named])
      .when(declineTranche, decline, clerk)
      .then(TrancheDeclined({ ...tranche, named: upTo, reason: decline.reason, ...delegatedAuthority, authority: { ...delegatedAuthority.authority, leftBefore: gbp(4_000_000) } })));
});

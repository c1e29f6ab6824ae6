import { gbp, toCode } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { CriteriaSet, IntakeBegun, RoundTermsRevised, TermsActedOn } from '../round.events.js';
import { round } from '../round.js';
import type { SchemeTerms } from '../scheme/scheme-terms.js';
import { aRound, aRoundOn, closed, future, sixThousand, spring } from '../testing/index.js';
import { reviseRoundTerms } from './revise-round-terms.js';

const manager = by('manager');
const named = { round: spring, name: 'Spring 2012' };
const scheme: SchemeTerms = { ...sixThousand, selection: { kind: 'officers' } };
const revise = (changed: Partial<SchemeTerms>) => ({ round: spring, scheme: { ...scheme, ...changed }, reason: 'Prices rose' });
const eight = { money: { kind: 'fixed', amount: gbp(800_000) } } as const;
const capped = { caps: [{ kind: 'awards', most: 1, within: 'round', counting: 'lead' }] } as const;
const came = IntakeBegun(named);
const actedOn = TermsActedOn(named);

describe('revising the terms of a round', () => {
  it('is refused once the round is closed', () => aRoundOn(scheme).and(round, spring, closed).when(reviseRoundTerms, revise(eight), manager).thenRefused('round-is-closed'));

  it('is refused where the round never had a scheme', () => aRound.when(reviseRoundTerms, revise(eight), manager).thenRefused('round-has-no-scheme', { name: 'Spring 2012' }));

  it('is refused when nothing changes', () => aRoundOn(scheme).when(reviseRoundTerms, revise({}), manager).thenRefused('terms-are-the-same', { version: 1 }));

  it('is refused for the capacity, which is raised otherwise', () =>
    aRoundOn(scheme).when(reviseRoundTerms, revise({ capacity: { planned: 4, most: 5, waitingList: true } }), manager).thenRefused('capacity-is-raised-otherwise'));

  it('is refused for how bodies are chosen, once somebody has applied', () =>
    aRoundOn(scheme).and(round, spring, came).when(reviseRoundTerms, revise({ selection: { kind: 'first-come' } }), manager).thenRefused('intake-has-begun', { slot: 'selection' }));

  it('is refused for the money, once an award was recommended', () =>
    aRoundOn(scheme).and(round, spring, came, actedOn).when(reviseRoundTerms, revise(eight), manager).thenRefused('terms-are-acted-on', { slot: 'money' }));

  it('is refused when the terms do not hold together', () =>
    aRoundOn(scheme)
      .and(round, spring, CriteriaSet({ ...named, criteria: [{ code: toCode('value'), name: 'Value', weight: 100 }], highestScore: 5 }))
      .when(reviseRoundTerms, revise(eight), manager)
      .thenRefused('scored-without-competition'));

  it('makes another version, with its reason, and its money rule stands from then on', () =>
    aRoundOn(scheme).when(reviseRoundTerms, revise(eight), manager).then(RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: { ...scheme, ...eight }, reason: 'Prices rose' })));

  it('may cap a body anew until an award was recommended, and no more afterwards: what was approved before would count for nothing', async () => {
    const revised = RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: { ...scheme, ...capped }, reason: 'Prices rose' });
    await aRoundOn(scheme).and(round, spring, came).when(reviseRoundTerms, revise(capped), manager).then(revised);
    await aRoundOn(scheme).and(round, spring, came, actedOn).when(reviseRoundTerms, revise(capped), manager).thenRefused('caps-count-already', { name: 'Spring 2012' });
  });

  it('may raise or lower a cap at any time, and takes none away and counts nobody otherwise once an award was recommended', async () => {
    const [cap] = capped.caps;
    const begun = aRoundOn({ ...scheme, ...capped }).and(round, spring, came, actedOn);
    const two = { caps: [{ ...cap, most: 2 }] };
    await begun.when(reviseRoundTerms, revise(two), manager).then(RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: { ...scheme, ...two }, reason: 'Prices rose' }));
    await begun.when(reviseRoundTerms, revise({ caps: [{ ...cap, counting: 'partners' }] }), manager).thenRefused('caps-count-already');
    await begun.when(reviseRoundTerms, revise({}), manager).thenRefused('caps-count-already');
  });

  it('needs a round that exists', () => givenNothing().when(reviseRoundTerms, revise(eight), manager).thenNotFound());
});

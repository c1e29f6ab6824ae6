import { toPerson } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { aRound, spring } from '../testing/index.js';
import { InterestDeclared } from '../interests.events.js';
import { interests } from '../interests.js';
import { declareInterest } from './declare-interest.js';

const declare = { round: spring, nature: 'Member of the council of one bidder' };
const declared = InterestDeclared({ round: spring, declaredBy: toPerson('approver'), nature: 'Member of the council of one bidder' });

describe('declaring an interest', () => {
  it('is refused the second time, because the first one stands', () =>
    aRound.and(interests, spring, declared).when(declareInterest, declare, by('approver')).thenRefused('interest-is-declared-already'));

  it('names whoever declares it', () => aRound.when(declareInterest, declare, by('approver')).then(declared));

  it('is each person’s own', () =>
    aRound.and(interests, spring, declared).when(declareInterest, declare, by('other')).then(InterestDeclared({ ...declared.data, declaredBy: toPerson('other') })));

  it('needs a round that exists', () => givenNothing().when(declareInterest, declare, by('approver')).thenNotFound());
});

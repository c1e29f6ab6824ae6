import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { aRound, spring } from '../testing/index.js';
import { InterestDeclared, InterestEnded } from '../interests.events.js';
import { interests } from '../interests.js';
import { declareInterest } from './declare-interest.js';
import { endInterest } from './end-interest.js';

const approver = toPerson('approver');
const end = { round: spring, person: approver, reason: 'No longer a member of that council' };
const declared = InterestDeclared({ round: spring, declaredBy: approver, nature: 'Member of the council of one bidder' });
const ended = InterestEnded({ round: spring, heldBy: approver, reason: end.reason });
const other = InterestDeclared({ ...declared.data, declaredBy: toPerson('other') });
const ofTwo = aRound.and(interests, spring, declared, other);

describe('ending an interest', () => {
  it.each([['nobody declared one', aRound], ['only somebody else declared one', aRound.and(interests, spring, other)]])('is refused when %s', (_, history) =>
    history.when(endInterest, end, by('secretary')).thenRefused('no-interest-is-declared'));

  it('is refused the second time', () => ofTwo.and(interests, spring, ended).when(endInterest, end, by('secretary')).thenRefused('no-interest-is-declared'));

  it('is refused to whoever has it', () => ofTwo.when(endInterest, end, by('approver')).thenRefused('interest-is-ones-own'));

  it('says why it is no more', () => ofTwo.when(endInterest, end, by('secretary')).then(ended));

  it('lifts the bar of whoever had it, and of nobody else', () => {
    const about = { ref: spring, version: 1, on: by('secretary').on, by: 'person:secretary' };
    expect([declared, other, ended].reduce((state, event) => interests.evolve(state, event, about), interests.initial)).toEqual({ barred: [toPerson('other')] });
  });

  it('makes room for another declaration', () => ofTwo.and(interests, spring, ended).when(declareInterest, { round: spring, nature: declared.data.nature }, by('approver')).then(declared));
});

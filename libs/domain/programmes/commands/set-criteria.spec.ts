import { gbp, toCode, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { CriteriaSet, RoundClosed, RoundOpened, ScoringBegun } from '../round.events.js';
import { round } from '../round.js';
import { aRound, aRoundOn, budget, future, sixThousand, spring } from '../testing/index.js';
import { setCriteria } from './set-criteria.js';

const value = { code: toCode('value'), name: 'Value for money', weight: 60 };
const reach = { code: toCode('reach'), name: 'Councils reached', weight: 40 };
const set = { round: spring, criteria: [value, reach], highestScore: 5 };
const criteriaSet = CriteriaSet({ ...set, name: 'Spring 2012' });
const begun = ScoringBegun({ round: spring, name: 'Spring 2012' });
const manager = by('manager');

describe('setting the criteria of a round', () => {
  it('is refused once the round is closed', () =>
    aRound
      .and(round, spring, RoundClosed({ programme: future, name: 'Spring 2012', budget, returned: gbp(0) }))
      .when(setCriteria, set, manager)
      .thenRefused('round-is-closed', { name: 'Spring 2012' }));

  it('is refused once scoring has begun', () =>
    aRound.and(round, spring, criteriaSet, begun).when(setCriteria, set, manager).thenRefused('scoring-has-begun', { name: 'Spring 2012' }));

  it('is refused where the scheme chooses otherwise than by competition', () =>
    aRoundOn({ ...sixThousand, selection: { kind: 'first-come' } }).when(setCriteria, set, manager).thenRefused('round-is-no-competition', { name: 'Spring 2012' }));

  it('is refused when a criterion is named twice', () =>
    aRound.when(setCriteria, { ...set, criteria: [value, { ...reach, code: 'value' }] }, manager).thenRefused('criterion-is-named-twice', { code: 'value' }));

  it.each([39, 41])('is refused when the weights do not come to a hundred (60 and %i)', (weight) =>
    aRound.when(setCriteria, { ...set, criteria: [value, { ...reach, weight }] }, manager).thenRefused('weights-do-not-sum', { sum: 60 + weight }));

  it('says what applications are scored on', () => aRound.when(setCriteria, set, manager).then(criteriaSet));

  it('may be done again until scoring begins', () =>
    aRound
      .and(round, spring, criteriaSet)
      .when(setCriteria, { ...set, criteria: [{ ...value, weight: 100 }] }, manager)
      .then(CriteriaSet({ ...criteriaSet.data, criteria: [{ ...value, weight: 100 }] })));

  it('comes before scoring: a history that says otherwise is a bug', () => {
    const about = { ref: spring, version: 1, on: toDate('2012-06-13'), by: 'person:assessor' };
    const opened = RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(1) });
    const unscored = round.evolve(round.initial, opened, about);
    expect(() => round.evolve(unscored, begun, about)).toThrow('has no criteria');
  });

  it('reads in the timeline with each weight', () => {
    expect(CriteriaSet.say(criteriaSet.data)).toBe('Applications for Spring 2012 are scored up to 5 on Value for money (60 per cent), Councils reached (40 per cent)');
  });
});

import { gbp, toCode, toDate, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import type { Form } from '../form.js';
import { ProgrammeClosed } from '../programme.events.js';
import { programme } from '../programme.js';
import { CriteriaSet, FormSet, RoundOpened, RoundTermsRevised } from '../round.events.js';
import { round } from '../round.js';
import { aRoundOn, future, improvement, sixThousand, spring, yearLimit } from '../testing/index.js';
import { cloneRound } from './clone-round.js';

const manager = by('manager');
// In a test the register of numbers is empty, so the next round is the first.
const next = toReference('RD', 'RD-2012-001');
const clone = { round: spring, name: 'Autumn 2012', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£50,000.00', opensOn: '2012-09-01', closesOn: '2012-10-31' };
const eight = { ...sixThousand, money: { kind: 'fixed', amount: gbp(800_000) }, capacity: { planned: 2, most: 3, waitingList: false } } as const;
const questions: Form = [{ code: toCode('why'), ask: 'Why?', required: true, reusable: false, answer: { kind: 'text', limit: 400 } }];
const scored = { criteria: [{ code: toCode('value'), name: 'Value', weight: 100 }], highestScore: 5 };
const revised = aRoundOn(sixThousand)
  .and(round, spring, RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: eight, reason: 'Prices rose' }))
  .and(round, spring, FormSet({ round: spring, name: 'Spring 2012', version: 3, questions }), CriteriaSet({ round: spring, name: 'Spring 2012', ...scored }))
  .and(limit, yearLimit, limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 5_000_000 }));

describe('cloning a round', () => {
  it('is refused once the programme is closed', () =>
    revised
      .and(programme, future, ProgrammeClosed({ programme: future, name: 'Future Councils', on: toDate('2012-06-01'), days: 31 }))
      .when(cloneRound, clone, manager)
      .thenRefused('programme-is-closed'));

  it('is refused with its dates backwards', () => revised.when(cloneRound, { ...clone, closesOn: '2012-08-31' }, manager).thenRefused('dates-backwards', { from: '1 September 2012', until: '31 August 2012' }));

  it('is refused when the fund has too little left', () => revised.when(cloneRound, { ...clone, allocation: '£50,000.01' }, manager).thenRefused('fund-is-too-small'));

  it('needs a round that exists', () => givenNothing().when(cloneRound, clone, manager).thenNotFound());

  it('takes over the terms in force, the newest form and the criteria; versions and money are its own', () =>
    revised.when(cloneRound, clone, manager).then(
      RoundOpened({
        programme: future, name: 'Autumn 2012', budget: { fund: improvement, financialYear: 'FY1213', round: next }, allocation: gbp(5_000_000),
        scheme: eight, terms: eight.money, form: questions, opensOn: toDate('2012-09-01'), closesOn: toDate('2012-10-31'), clonedFrom: spring,
      }),
      limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 5_000_000, because: next }),
      limitEvents.LimitOpened({ subject: `round ${next}`, unit: 'GBP', bucket: 'allocated', amount: 5_000_000 }),
      limitEvents.LimitOpened({ subject: `places of ${next}`, unit: 'PLACE', bucket: 'open', amount: 3 }),
      CriteriaSet({ round: next, name: 'Autumn 2012', ...scored }),
    ));
});

import { gbp, toCode, toDate } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { ProgrammeClosed } from '../programme.events.js';
import { programme } from '../programme.js';
import type { SchemeTerms } from '../scheme/scheme-terms.js';
import { aFundAndAProgramme, aRound, budget, future, schemeDesigned, sixThousand as grants, spring } from '../testing/index.js';
import { RoundOpened } from '../round.events.js';
import { openRound } from './open-round.js';

const works = toCode('WORKS');
const open = { programme: 'FUTURE', name: 'Spring 2012', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£100,000.00' };
const funded = aFundAndAProgramme.and(limit, 'fund.IMPROVEMENT.FY1213', limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 10_000_000 }));

const sixThousand = { kind: 'fixed', amount: gbp(600_000) } as const;
const pound = { ratio: 100, payableBeforeVerified: 50, from: 'public-bodies' } as const;
const opened = { programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000) };

const moved = limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring });
const limited = limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 });

describe('opening a round', () => {
  it('is refused once the programme is closed', () =>
    funded
      .and(programme, future, ProgrammeClosed({ programme: future, name: 'Future Councils', on: toDate('2012-06-01'), days: 31 }))
      .when(openRound, open, by('manager'))
      .thenRefused('programme-is-closed', { name: 'Future Councils' }));

  it('is refused with another fund of another kind of money than the scheme gives, and with one that nobody opened', async () => {
    const shared: SchemeTerms = { ...grants, fundClass: 'revenue', otherFunds: [{ fund: works, financialYear: 'FY1213', per: 40 }] };
    const withWorks = funded.and(fund, works, FundOpened({ fund: works, name: 'Works', class: 'capital' }));
    await withWorks.when(openRound, { ...open, scheme: shared }, by('manager')).thenRefused('capital-from-revenue', { class: 'revenue', fund: 'WORKS', other: 'capital' });
    await funded.when(openRound, { ...open, scheme: shared }, by('manager')).thenNotFound();
  });

  it.each([
    ['a fixed sum', { kind: 'fixed', amount: '£20,000.01' }],
    ['a ceiling', { kind: 'ceiling', upTo: '£20,000.01' }],
  ])('is refused with %s over the ceiling of the programme', (_, terms) =>
    funded.when(openRound, { ...open, terms }, by('manager')).thenRefused('over-programme-ceiling', { ceiling: '£20,000.00', amount: '£20,000.01' }));

  it('is refused when the fund has too little left', () =>
    aRound.when(openRound, open, by('manager')).thenRefused('fund-is-too-small', { available: '£20,000.00', needed: '£100,000.00' }));

  it('is refused when the fund has no budget in that year', () =>
    funded.when(openRound, { ...open, financialYear: 'FY1314' }, by('manager')).thenRefused('fund-is-too-small', { available: '£0.00' }));

  it('needs a programme and a fund that exist', () => givenNothing().when(openRound, open, by('manager')).thenNotFound());

  it('allocates money of the fund to it, to the last penny', () =>
    funded
      .when(openRound, open, by('manager'))
      .then(
        RoundOpened(opened),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }),
        limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }),
      ));

  it('keeps its own terms and its rule for match', () =>
    funded
      .when(openRound, { ...open, terms: { kind: 'fixed', amount: '£6,000.00' }, matchRule: pound }, by('manager'))
      .then(
        RoundOpened({ ...opened, terms: sixThousand, matchRule: pound }),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }),
        limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }),
      ));

  it('reads in the timeline with its terms, or without', () => {
    const words = 'The round Spring 2012 of FUTURE was opened with £100,000.00 from IMPROVEMENT FY1213, round RD-2012-001';
    expect(RoundOpened.say(opened)).toBe(words);
    expect(RoundOpened.say({ ...opened, terms: sixThousand, matchRule: { ...pound, from: 'any-partner' } })).toBe(
      `${words}, a fixed sum of £6,000.00 for each award, and match of 100 per cent of the grant from the recipient and any of its partners, with 50 per cent payable before it is verified`,
    );
  });

  it('is refused with its dates backwards', () =>
    funded.when(openRound, { ...open, opensOn: '2012-07-02', closesOn: '2012-07-01' }, by('manager')).thenRefused('dates-backwards', { from: '2 July 2012', until: '1 July 2012' }));

  it('is refused when its terms or its form do not hold together', async () => {
    const question = { code: 'homes', ask: 'How many?', required: true, reusable: false, answer: { kind: 'number', of: 'homes' } };
    await funded.when(openRound, { ...open, terms: { kind: 'none' } }, by('manager')).thenRefused('no-money-rule');
    await funded.when(openRound, { ...open, scheme: { ...grants, capacity: { planned: 3, most: 2, waitingList: false } } }, by('manager')).thenRefused('bounds-backwards');
    await funded.when(openRound, { ...open, form: [question, question] }, by('manager')).thenRefused('question-named-twice');
  });

  it('takes over the scheme of its programme as it stands', () =>
    funded
      .and(programme, future, schemeDesigned)
      .when(openRound, open, by('manager'))
      .then(RoundOpened({ ...opened, scheme: grants, designed: 1, terms: sixThousand }), moved, limited));

  it('may have a scheme, dates and room of its own, and terms beside a scheme win', () => {
    const scheme: SchemeTerms = { ...grants, capacity: { planned: 4, most: 5, waitingList: true } };
    const terms = { kind: 'ceiling', upTo: gbp(700_000) } as const;
    return funded
      .and(programme, future, schemeDesigned)
      .when(openRound, { ...open, scheme, terms, matchRule: pound, opensOn: '2012-07-01', closesOn: '2012-07-01' }, by('manager'))
      .then(
        RoundOpened({ ...opened, scheme: { ...scheme, money: terms, match: pound }, terms, matchRule: pound, opensOn: toDate('2012-07-01'), closesOn: toDate('2012-07-01') }),
        moved,
        limited,
        limitEvents.LimitOpened({ subject: 'places of RD-2012-001', unit: 'PLACE', bucket: 'open', amount: 5 }),
      );
  });

  it('may have no money at all, from a fund without a budget', () => {
    const scheme: SchemeTerms = { support: [{ kind: 'advice', on: 'procurement' }] };
    return aFundAndAProgramme
      .when(openRound, { ...open, allocation: '£0.00', scheme }, by('manager'))
      .then(RoundOpened({ ...opened, allocation: gbp(0), scheme }), limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 0 }));
  });

  it('reads in the timeline with what it gives, and as a copy of what', () => {
    expect(RoundOpened.say({ ...opened, scheme: { support: [{ kind: 'advice', on: 'procurement' }, { kind: 'days', upTo: 250 }] }, clonedFrom: spring })).toBe(
      'The round Spring 2012 of FUTURE was opened with £100,000.00 from IMPROVEMENT FY1213, round RD-2012-001, giving advice on procurement, without an award, up to 2.5 days of an expert’s help, as a copy of RD-2012-001',
    );
  });
});

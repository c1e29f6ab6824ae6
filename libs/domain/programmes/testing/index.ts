import { gbp, toCode, toReference } from '#kernel';
import { givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { ProgrammeDefined } from '../programme.events.js';
import { programme } from '../programme.js';
import { RoundOpened } from '../round.events.js';
import { round } from '../round.js';

export const improvement = toCode('IMPROVEMENT');
export const future = toCode('FUTURE');
export const yearLimit = 'fund.IMPROVEMENT.FY1213';
export const spring = toReference('RD', 'RD-2012-001');
export const budget = { fund: improvement, financialYear: 'FY1213', round: spring };

/** A fund without money, and a programme. */
export const aFundAndAProgramme = givenNothing()
  .and(fund, improvement, FundOpened({ fund: improvement, name: 'Improvement fund' }))
  .and(programme, future, ProgrammeDefined({ programme: future, name: 'Future Councils', purpose: 'New ways to serve', awardCeiling: gbp(2_000_000), instrument: 'memorandum-of-agreement' }));

/** £120,000.00 given, £100,000.00 of it in a round of spring 2012. */
export const aRound = aFundAndAProgramme
  .and(limit, yearLimit, limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 12_000_000 }))
  .and(limit, yearLimit, limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }))
  .and(limit, 'round.RD-2012-001', limitEvents.LimitOpened({ subject: `round ${spring}`, unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }))
  .and(round, spring, RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000) }));


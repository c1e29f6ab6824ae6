import { gbp, toCode, toReference, type EventData } from '#kernel';
import { givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { organisation, organisationEvents } from '#domain/organisations';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { ProgrammeDefined, SchemeDesigned } from '../programme.events.js';
import { programme } from '../programme.js';
import { RoundClosed, RoundOpened } from '../round.events.js';
import { round } from '../round.js';
import type { SchemeTerms } from '../scheme/scheme-terms.js';

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


export const organisationsOf = (...names: readonly string[]) =>
  names.reduce((before, name, i) => before.and(organisation, `OR-2012-00${i + 1}`, organisationEvents.OrganisationRegistered({ name, type: 'unitary' })), aFundAndAProgramme);
/** Six thousand pounds for each award. */
export const sixThousand = { support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: gbp(600_000) } } as const satisfies SchemeTerms;
export const schemeDesigned = SchemeDesigned({ programme: future, version: 1, terms: sixThousand });
/** The round of spring 2012 on a scheme. */
export const opened = (scheme: SchemeTerms, more: Partial<EventData<typeof RoundOpened>> = {}) =>
  RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000), scheme, ...(scheme.money ? { terms: scheme.money } : {}), ...more });
export const aRoundOn = (scheme: SchemeTerms, more: Partial<EventData<typeof RoundOpened>> = {}) => aFundAndAProgramme.and(round, spring, opened(scheme, more));
export const closed = RoundClosed({ programme: future, name: 'Spring 2012', budget, returned: gbp(0) });

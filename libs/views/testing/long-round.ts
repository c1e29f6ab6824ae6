import { gbp, toCode, toPerson, toReference, type ApplicationRef } from '#kernel';
import { application, applicationEvents, entries, entriesEvents } from '#domain/applications';
import { assessment, assessmentEvents } from '#domain/assessments';
import { queue, queueEvents } from '#domain/limits';
import { fund, fundEvents, programme, programmeEvents, round, roundEvents } from '#domain/programmes';
import { told, type Told } from './told.js';

export const longRound = toReference('RD', 'RD-2014-001');
const code = toCode('LONG');
const line = { fund: toCode('LONGFUND'), financialYear: 'FY1314' };
const budget = { ...line, round: longRound };
const scheme = { support: [{ kind: 'cash' as const }], capacity: { planned: 1, most: 2, waitingList: true } };
export const bidOf = (number: number): ApplicationRef => toReference('AP', `AP-2014-${String(number).padStart(3, '0')}`);
const nameOf = (number: number): string => `Council ${number}`;
const inLine = (number: number) => ({ who: bidOf(number), name: nameOf(number), places: 1 });
const ranksInAnEvent = 200;

/** A round with so many applications: all but the last ten are ranked, the last by its number first; and all but two wait for a place. */
export function applicationsFor(many: number): readonly Told[] {
  const numbers = Array.from({ length: many }, (_, i) => i + 1);
  const bodyOf = (number: number) => ({ organisation: toReference('OR', `OR-2014-${String(number).padStart(3, '0')}`), organisationName: nameOf(number) });
  const ranked = numbers.slice(0, -10).toReversed().map((number, i) => ({
    application: bidOf(number), organisationName: nameOf(number), total: 400, assessors: 1, points: 8_000, rank: i + 1,
    placed: i < 2 ? 'recommended' as const : 'not-placed' as const,
  }));
  const pages = Math.ceil(ranked.length / ranksInAnEvent);
  const joined = (number: number): Told =>
    told(queue, longRound, '2014-03-02', queueEvents.QueueJoined({ holder: longRound, ...inLine(number), because: 'Full' }));
  const ofPage = (page: number) => ranked.slice((page - 1) * ranksInAnEvent, page * ranksInAnEvent);
  return [
    told(fund, line.fund, '2014-01-02', fundEvents.FundOpened({ fund: line.fund, name: 'Long' })),
    told(fund, line.fund, '2014-01-02', fundEvents.BudgetSet({ ...line, amount: gbp(9_000_000), kind: 'original' })),
    told(programme, code, '2014-01-06', programmeEvents.ProgrammeDefined({
      programme: code, name: 'Long', purpose: 'Homes', awardCeiling: gbp(10_000), instrument: 'none',
    })),
    told(round, longRound, '2014-01-29', roundEvents.RoundOpened({ programme: code, name: 'Long', budget, allocation: gbp(8_000_000), scheme })),
    ...numbers.flatMap((number) => {
      const bid = { round: longRound, application: bidOf(number) };
      return [
        told(application, bid.application, '2014-02-01', applicationEvents.ApplicationNominated({
          programme: code, budget, ...bodyOf(number), organisationType: 'district', title: 'Homes', source: 'open-call', partners: [],
        })),
        told(entries, longRound, '2014-02-01', entriesEvents.ApplicationEntered({ ...bid, ...bodyOf(number), number, bodies: 1 })),
        told(assessment, longRound, '2014-02-02', assessmentEvents.ApplicationAssessed({
          ...bid, organisationName: nameOf(number), assessedBy: toPerson('assessor'), scores: [], points: 400, outOf: 500,
        })),
      ];
    }),
    told(assessment, longRound, '2014-03-01',
      assessmentEvents.ApplicationsRanked({ round: longRound, places: 2, reserve: 0, ranks: ofPage(1), page: 1, pages }),
      ...Array.from({ length: pages - 1 }, (_, i) => assessmentEvents.RankingContinued({ round: longRound, page: i + 2, pages, ranks: ofPage(i + 2) }))),
    ...numbers.map(joined),
    told(queue, longRound, '2014-03-03', queueEvents.QueueAdvanced({ holder: longRound, called: [1, 2].map(inLine), because: 'Two places are free' })),
    told(application, bidOf(3), '2014-03-04', applicationEvents.ApplicationWithdrawn({ organisationName: nameOf(3), reason: 'No land' })),
  ];
}

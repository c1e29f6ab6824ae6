import { addDays, pairsOf } from '#kernel';
import { awardOf, cohortOf, expertOf, helpersOf, type Case, type Knowledge, type Written } from '../case.js';

/** Help besides money: an expert's days, places in cohorts, frameworks and advice. */
export function support(of: Case): Knowledge {
  const { below, pick, way } = of;
  const programme = (): string => (way.scheme && below(9) > 0 ? of.programme : pick(['FUTURE', 'HELP']));
  const cohort = (more: () => Written) => (): Written => ({ cohort: of.one('CH'), ...more() });
  const framework = (more: () => Written) => (): Written => ({ framework: of.one('FW'), ...more() });
  const body = (): Written => ({ organisation: of.one('OR') });
  const places = (): number | undefined => pick([undefined, undefined, 1, 2, 3]);
  /** One of the pool of a programme, mostly. */
  const expertIn = (wanted: string): string | undefined => {
    const there = of.refs('EX').filter((each) => expertOf(of, each)?.stage === 'in-pool' && expertOf(of, each)?.programme === wanted);
    return there.length > 0 && below(8) > 0 ? there.at(-1) : of.one('EX');
  };
  /** Whoever helps an award, mostly. */
  const helper = (award: string | undefined): string | undefined => (below(6) > 0 ? helpersOf(of, award).at(-1) : undefined) ?? of.one('EX');
  const booked = (): string | undefined => {
    const found = cohortOf(of);
    const bookings = found && found.stage !== 'planned' ? [...pairsOf(found.booked)].map(([who]) => who) : [];
    return bookings.length > 0 && below(6) > 0 ? bookings[below(bookings.length)] : of.one('OR');
  };
  const pool = (): string => awardOf(of)?.terms.programme ?? programme();

  return {
    AddExpertToPool: () => ({ programme: pool(), person: pick([undefined, 'person:director', 'person:clerk']) }),
    SetAvailability: () => ({
      expert: expertIn(pool()), from: pick(['2012-04-01', '2012-04-01', addDays(of.on, 3)]),
      until: pick(['2013-03-31', '2013-03-31', '2013-04-01', addDays(of.on, 9), addDays(of.on, -1)]), days: pick(['10', '2', '1', '0']),
    }),
    AssignExpert: () => ({
      award: of.one('AW'), expert: expertIn(pool()), days: pick([undefined, '1', '4', '14']), capacity: pick([undefined, 'mentor', 'expert']),
    }),
    EndAssignment: () => {
      const award = of.one('AW');
      return { award, expert: helper(award) };
    },
    LogDays: () => {
      const award = of.one('AW');
      const workedOn = pick([undefined, undefined, undefined, addDays(of.on, -2), addDays(of.on, 2)]);
      return { award, expert: below(4) === 0 ? undefined : helper(award), days: pick(['0.5', '0.5', '1', '2.5', '4']), workedOn };
    },
    CorrectDays: () => ({ award: of.one('AW'), number: pick([1, 1, 2, 9]), days: pick(['0.5', '0.5', '14']) }),
    ReleaseDays: () => ({ award: of.one('AW'), days: pick([undefined, '0.5', '14']) }),
    PlanCohort: () => ({ programme: programme(), places: pick([undefined, 3, 20]) }),
    OpenCohort: cohort(() => ({ ours: pick([1, 2, 3, 25]), places: undefined })),
    EnlargeCohort: cohort(() => ({ to: pick([1, 3, 4, 25]) })),
    BookPlace: cohort(() => ({ ...body(), places: places() })),
    JoinCohortWaitingList: cohort(() => ({ ...body(), places: places() })),
    LeaveCohortWaitingList: cohort(body),
    GiveUpPlace: cohort(body),
    CompleteCohort: cohort(() => ({ graduates: below(2) === 0 ? undefined : Array.from({ length: 1 + below(2) }, () => ({
      organisation: booked(), places: pick([1, 1, 1, 3]),
    })) })),
    JoinAlumni: cohort(() => ({ organisation: booked(), places: pick([undefined, undefined, 1, 3]) })),
    PlanFramework: () => ({ programme: programme() }),
    LaunchFramework: framework(() => ({ charge: pick(['£1.00', '£1.00', '£0.00']) })),
    JoinFramework: framework(body),
    CallOff: framework(body),
    LeaveFramework: framework(body),
    ReportPerPerson: framework(() => ({ people: pick([10, 100_000_000]), each: pick(['£1.00', '£60,000,000.00']) })),
    GiveAdvice: () => {
      const several = below(4) === 0;
      return {
        programme: programme(), organisation: several ? undefined : of.one('OR'), bodies: several || below(9) === 0 ? {
          least: pick([1, 3]), most: pick([2, 3]),
        } : undefined, expert: pick([undefined, expertIn(of.programme), expertIn(of.programme)]), days: pick([undefined, '0.5', '14']),
      };
    },
  };
}

import { addDays } from '#kernel';
import { openRound, programmeOf, type Case, type Knowledge, type Written } from '../case.js';
import { randomForm, spoiledForms } from '../random-forms.js';
import { randomScheme, redrawn, spoiled } from '../random-schemes.js';

const values = <Value>(of: Readonly<Record<string, Value>>): readonly Value[] => Object.values(of);

/** What programme managers write: terms, rounds on them and forms, now and then with something wrong on purpose. */
export function programmes(of: Case): Knowledge {
  const { below, pick, way } = of;
  /** What the life said last, to be said again or changed in one slot. */
  let terms: Written = randomScheme(of, way.scheme);
  /** Something is wrong with every other one where terms are all that a life is about. */
  const isWrong = (): boolean => below(way.name === 'terms' ? 2 : 8) === 0;
  const drawTerms = (command: string): Written => {
    terms = isWrong() ? of.inTurn(command, values(spoiled)) : randomScheme(of, way.scheme);
    return terms;
  };
  const form = (command: string): readonly Written[] => (below(8) === 0 ? of.inTurn(`form of ${command}`, values(spoiledForms)) : randomForm(of));
  const days = (): Written =>
    below(3) === 0 ? {
      opensOn: addDays(of.on, pick([-20, -20, -1, -1, -1, 9])), closesOn: addDays(of.on, pick([20, 20, 2, -2])),
    } : { opensOn: undefined, closesOn: undefined };
  const own = (): string => (programmeOf(of)?.stage === 'defined' || below(20) === 0 ? of.programme : 'HELP');
  const line = { fund: 'IMPROVEMENT', financialYear: 'FY1213' };

  return {
    DefineProgramme: () => ({
      code: of.programme, awardCeiling: '£20,000.00', instrument: pick(['deed', 'grant-agreement', 'deed']),
      startsOn: below(6) === 0 ? addDays(of.on, 30) : undefined,
    }),
    DesignScheme: () => ({ programme: own(), terms: below(6) === 0 ? terms : drawTerms('DesignScheme'), reason: below(3) === 0 ? undefined : 'Better' }),
    CloseProgramme: () => ({ programme: of.programme }),
    OpenFund: () => {
      const code = pick(['WORKS', 'LAND', 'HELD']);
      return { code, class: code === 'WORKS' ? 'capital' : 'revenue', heldBy: code === 'HELD' ? of.one('OR') : undefined };
    },
    SetBudget: () => ({
      fund: pick(['IMPROVEMENT', 'IMPROVEMENT', 'IMPROVEMENT', 'OTHER', 'WORKS']), financialYear: pick(['FY1213', 'FY1213', 'FY1314']), amount: '£60,000.00',
    }),
    OpenRound: () => {
      if (!way.scheme) return {
        ...line, programme: 'FUTURE', allocation: '£60,000.00', scheme: undefined, form: undefined, opensOn: undefined, closesOn: undefined,
      };
      const stated = below(3) === 0 ? undefined : drawTerms('OpenRound');
      return {
        ...line, programme: own(), fund: pick(['IMPROVEMENT', 'IMPROVEMENT', 'IMPROVEMENT', 'WORKS']),
        allocation: pick(['£60,000.00', '£60,000.00', '£10,000.00']), terms: undefined, matchRule: undefined, scheme: stated, form: form('OpenRound'),
        ...days(),
      };
    },
    CloneRound: () => ({
      ...line, round: openRound(of), fund: pick(['IMPROVEMENT', 'OTHER', 'WORKS']), financialYear: pick(['FY1213', 'FY1213', 'FY1314', 'FY1415']),
      allocation: pick(['£10,000.00', '£0.00', '£0.00']), ...days(),
    }),
    SetForm: () => ({ round: openRound(of), questions: form('SetForm') }),
    SetCriteria: () => ({ round: openRound(of) }),
    InviteToBid: () => ({ round: openRound(of), bodies: Array.from({ length: 1 + below(3) }, () => ({ organisation: of.one('OR') })) }),
    AllowLate: () => ({ round: openRound(of), organisation: of.one('OR'), until: addDays(of.on, pick([10, 10, -1, -4])) }),
    ReviseRoundTerms: () => {
      const before = terms;
      const wrong = isWrong() ? of.inTurn('ReviseRoundTerms', values(spoiled)) : undefined;
      const revised = wrong ? { ...wrong, ...('capacity' in terms ? { capacity: terms['capacity'] } : {}) } : below(6) === 0 ? terms : redrawn(of, terms);
      terms = below(2) === 0 ? before : revised;
      return { round: openRound(of), scheme: revised };
    },
    RaiseCapacity: () => ({ round: openRound(of), to: 1 + below(4) }),
    VireBudget: () => ({
      from: pick(['IMPROVEMENT', 'OTHER', 'WORKS', 'HELD']), to: pick(['OTHER', 'WORKS', 'HELD']), financialYear: 'FY1213',
      amount: pick(['£1.00', '£1.00', '£60,000.00']),
    }),
    ReduceBudget: () => ({ ...line, amount: pick(['£1.00', '£60,000.00']) }),
    CloseRound: () => ({ round: openRound(of) }),
    StateCount: () => ({ round: openRound(of) }),
  };
}

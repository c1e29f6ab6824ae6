import { addDays } from '#kernel';
import { awardOf, roundOf, type Case, type Knowledge, type Written } from '../case.js';

const periods = { month: '2012-06', quarter: 'FY1213-Q1', year: 'FY1213', once: undefined } as const;

/** What is handed in and accepted, and in which phase a project is. */
export function delivery(of: Case): Knowledge {
  const { below, pick } = of;
  /** What the award's terms ask for, or else anything. */
  const output = (): Written => {
    const award = of.one('AW');
    const terms = awardOf(of, award)?.terms;
    const reports = terms ? (roundOf(of, terms.budget.round)?.scheme?.terms.reporting ?? []) : [];
    const asked: readonly Written[] = [
      ...reports.map((each) => ({ output: each.output, period: periods[each.every] })),
      ...(terms?.phases ?? []).flatMap(({ needs = [] }) => needs.map((each) => ({ output: each.output, period: undefined }))),
    ];
    return { award, ...(asked.length > 0 && below(8) > 0 ? asked[below(asked.length)] : { output: 'plan', period: pick([undefined, '2012-06', 'June']) }) };
  };
  const phase = (): Written => ({ award: of.one('AW'), phase: pick(['survey', 'works', 'works', 'nothing']) });

  return {
    StartPhase: phase,
    EndPhase: phase,
    SubmitOutput: output,
    AcceptOutput: output,
    SendBackOutput: output,
    PlanMilestones: () => ({ programme: 'HELP', least: pick([1, 12]), most: pick([9, 15]) }),
    AppointEvaluator: () => ({ programme: of.programme, startsOn: addDays(of.on, pick([-3, 30])), endsOn: addDays(of.on, pick([60, -60])) }),
    RecordEvaluationFinding: () => ({ programme: pick([of.programme, 'HELP']) }),
  };
}

/** Money of outside funders. */
export function funding(of: Case): Knowledge {
  const { below, pick } = of;
  const about = (more: () => Written) => (): Written => ({ funding: of.one('FN'), ...more() });
  const amount = (): string => pick(['£1.00', '£5,000.00', '£5,000.00', '£10,000.00', '£60,000.00']);
  const claim = (): Written => ({ claim: of.one('XC') });

  return {
    OfferFunding: () => ({
      programme: 'HELP', funder: of.one('OR'), amount: pick(['£10,000.00', '£60,000.00']), from: pick(['2012-04-01', '2012-04-01', addDays(of.on, 3)]),
      until: pick(['2013-03-31', '2013-03-31', addDays(of.on, -1)]), heldBy: pick(['us', 'us', 'us', 'funder']),
    }),
    VaryFunding: about(() => ({ amount: amount(), until: below(4) === 0 ? '2013-03-31' : undefined })),
    AssignFunding: about(() => ({ programme: pick(['HELP', 'WIDER']), amount: amount() })),
    IncurExpense: about(() => ({ amount: amount() })),
    ClaimExpense: about(() => ({ amount: amount() })),
    ReimburseClaim: claim,
    RejectClaim: claim,
  };
}

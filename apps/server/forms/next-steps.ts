import { commands } from '#domain';
import { permits } from '#platform/access';
import { link, type Visit } from '../visits/visit.js';
import { commandNamed, pathOf, titleOf } from './command-paths.js';

/** A button to a command's form. The first is the usual next step. */
export interface Step {
  readonly text: string;
  readonly about: string;
  readonly href: string;
  readonly first: boolean;
}

/**
 * What usually comes next, by stage. This is only what pages offer: whether a command may be run is for its rule to say,
 * and a step that is missing here can still be reached by its address.
 */
export const awardSteps: Readonly<Record<string, readonly string[]>> = {
  recommended: ['ApproveAward', 'PutToBoard', 'RecordDecision', 'DeclineAward', 'WithdrawAward'],
  approved: ['ProposeAmount', 'AgreeAmount', 'SetMatchCondition', 'OfferAgreement', 'WithdrawAward'],
  offered: ['SignAgreement', 'LapseOffer', 'WithdrawAward'],
  agreed: ['AuthorisePayment', 'CloseAward', 'WithdrawAward'],
  declined: [],
  lapsed: [],
  withdrawn: [],
  closed: [],
};
const pledging = ['PledgeMatch', 'EvidenceMatch', 'VerifyMatch', 'WithdrawPledge'];
export const matchSteps: Readonly<Record<string, readonly string[]>> = { approved: ['PledgeMatch'], offered: ['PledgeMatch', 'WithdrawPledge'], agreed: pledging, lapsed: ['ReleaseMatch'], withdrawn: ['ReleaseMatch'] };

export const paymentSteps: Readonly<Record<string, readonly string[]>> = {
  authorised: ['ReleasePayment', 'CancelPayment'],
  released: ['SettlePayment', 'FailPayment'],
  settled: ['ReturnPayment'],
  failed: ['ReleasePayment', 'CancelPayment'],
  returned: ['ReleasePayment', 'CancelPayment'],
  cancelled: [],
};

export const programmeSteps: readonly string[] = ['OpenRound', 'AppointEvaluator', 'RecordEvaluationFinding'];

const onPages = new Set([...Object.values(awardSteps), ...Object.values(matchSteps), ...Object.values(paymentSteps), programmeSteps].flat());
/** What belongs to no page of its own is offered on the home page: a new command needs no line here. */
export const beginnings: readonly string[] = commands.map(({ name }) => name).filter((name) => !onPages.has(name));

/** Those of the named commands that the visitor's role may run; none while they look at the past. */
export function stepsFor(visit: Visit, names: readonly string[], page: string, about = ''): readonly Step[] {
  const { session, past } = visit;
  if (!session || past) return [];
  return names
    .map(commandNamed)
    .filter(({ permission }) => permits(session.role, permission))
    .map(({ name }, index) => ({ text: titleOf(name), about, href: link(visit, `${page}/do/${pathOf(name)}`), first: index === 0 }));
}

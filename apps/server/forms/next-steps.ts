import { commands } from '#domain';
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
const pledging = ['PledgeMatch', 'EvidenceMatch', 'VerifyMatch', 'SplitMatch', 'WithdrawPledge', 'RevokeVerification'];
export const matchSteps: Readonly<Record<string, readonly string[]>> = {
  approved: ['PledgeMatch', 'SplitMatch'], offered: ['PledgeMatch', 'SplitMatch', 'WithdrawPledge'], agreed: pledging, lapsed: ['ReleaseMatch'], withdrawn: ['ReleaseMatch'],
};
const helped = ['AssignExpert', 'EndAssignment'];
export const expertSteps: Readonly<Record<string, readonly string[]>> = { approved: helped, offered: helped, agreed: helped };
export const savingsSteps: Readonly<Record<string, readonly string[]>> = { agreed: ['ForecastSavings'], closed: ['ForecastSavings'] };

export const paymentSteps: Readonly<Record<string, readonly string[]>> = {
  authorised: ['ReleasePayment', 'CancelPayment'],
  released: ['SettlePayment', 'FailPayment'],
  settled: ['ReturnPayment', 'CorrectSettlement'],
  failed: ['ReleasePayment', 'CancelPayment'],
  returned: ['ReleasePayment', 'CancelPayment'],
  cancelled: [],
};

export const programmeSteps: readonly string[] = ['OpenRound', 'SetTarget', 'AppointEvaluator', 'RecordEvaluationFinding'];
export const poolSteps: readonly string[] = ['AddExpertToPool', 'RemoveExpertFromPool'];
export const programmeSavingsSteps: readonly string[] = ['ForecastSavings'];
/** Offered by an open round too, beside the home page, which offers it to whoever does not know the round's reference. */
export const roundEntry = 'Nominate';
/** An open round; criteria can be set until the first score. */
export const roundSteps: readonly string[] = ['SetCriteria', 'RankApplications', 'CloseRound'];
export const applicationSteps: Readonly<Record<string, readonly string[]>> = {
  nominated: ['AssessApplication', 'ReviseAssessment', 'TakeFromReserve', 'RecommendAward', 'DeclineApplication', 'WithdrawApplication'],
};
/** A saving, by whether a claim waits for its validator. */
export const savingSteps = { waiting: ['ValidateSaving', 'WithdrawClaim', 'ReviseForecast'], open: ['ClaimSaving', 'ReviseForecast'], lifetime: ['ReviseForecast'] } as const;

const byStage: readonly Readonly<Record<string, readonly string[]>>[] = [awardSteps, matchSteps, expertSteps, savingsSteps, paymentSteps, applicationSteps, savingSteps];
/** From the page of a person. */
export const personSteps: readonly string[] = ['GrantRole', 'RecordDeparture'];
/** From the row of a role, of a token or of a permission, and from one's own account. */
const ofPeople = ['RegisterPerson', 'EndRole', 'DelegateRole', 'TakeBackRole', 'IssueApiToken', 'RevokeApiToken', 'GivePermission', 'TakePermission'];

/** What pages of things offer. */
export const onPages: ReadonlySet<string> = new Set([...personSteps, ...ofPeople, ...byStage.flatMap((steps) => Object.values(steps)).flat(), ...programmeSteps, ...poolSteps, ...programmeSavingsSteps, ...roundSteps]);
/** What belongs to no page of its own is offered on the home page: a new command needs no line here. */
export const beginnings: readonly string[] = commands.map(({ name }) => name).filter((name) => !onPages.has(name));

/** Those of the named commands that the visitor's role may run; none while they look at the past, or at another day. */
export function stepsFor(visit: Visit, names: readonly string[], page: string, about = ''): readonly Step[] {
  const { session, past, soOn } = visit;
  if (!session || past || soOn) return [];
  return names
    .map(commandNamed)
    .filter(({ permission }) => session.may.has(permission))
    .map(({ name }, index) => ({ text: titleOf(name), about, href: link(visit, `${page}/do/${pathOf(name)}`), first: index === 0 }));
}

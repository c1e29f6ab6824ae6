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
/** An award that has days of help, once its agreement is signed or where nothing is to be signed. */
const worked = ['LogDays', 'CorrectDays', 'ReleaseDays'];
export const daysSteps: Readonly<Record<string, readonly string[]>> = { approved: worked, agreed: worked };
/** What is delivered under an award: from its agreement on, or from its approval where nothing is to be signed. */
export const deliverySteps = { phases: ['StartPhase', 'EndPhase'], outputs: ['SubmitOutput', 'AcceptOutput', 'SendBackOutput'] } as const;
/** Parts of an award from other years and funds. */
export const partSteps = {
  named: ['NameTranche'], conditional: ['ConfirmTranche', 'DeclineTranche', 'LapseTranche'], agreed: ['CarryForward'],
  shared: ['StateCost'],
} as const;
export const partySteps = { parties: ['TransferAward', 'AddPartner', 'RemovePartner'], tags: ['TagAward', 'UntagAward'] } as const;
export const savingsSteps: Readonly<Record<string, readonly string[]>> = { agreed: ['ForecastSavings'], closed: ['ForecastSavings'] };

export const paymentSteps: Readonly<Record<string, readonly string[]>> = {
  authorised: ['ReleasePayment', 'CancelPayment'],
  released: ['SettlePayment', 'FailPayment'],
  settled: ['ReturnPayment', 'CorrectSettlement'],
  failed: ['ReleasePayment', 'CancelPayment'],
  returned: ['ReleasePayment', 'CancelPayment'],
  cancelled: [],
};

export const programmeSteps: readonly string[] = ['OpenRound', 'DesignScheme', 'SetTarget', 'AppointEvaluator', 'RecordEvaluationFinding', 'CloseProgramme'];
export const poolSteps: readonly string[] = ['AddExpertToPool', 'SetAvailability', 'RemoveExpertFromPool'];
/** What begins something for a programme, which the home page offers too; from the page of one, what comes next by its stage. */
export const cohortsSteps: readonly string[] = ['PlanCohort'];
export const cohortSteps: Readonly<Record<string, readonly string[]>> = {
  planned: ['OpenCohort'],
  open: ['BookPlace', 'JoinCohortWaitingList', 'LeaveCohortWaitingList', 'GiveUpPlace', 'EnlargeCohort', 'CompleteCohort'],
  completed: ['JoinAlumni'],
};
export const frameworksSteps: readonly string[] = ['PlanFramework'];
export const frameworkSteps: Readonly<Record<string, readonly string[]>> = {
  planned: ['LaunchFramework'], launched: ['JoinFramework', 'CallOff', 'ReportPerPerson', 'LeaveFramework'],
};
export const adviceSteps: readonly string[] = ['GiveAdvice'];
/** From the pages of a round: whoever waits is called there, and put on the list or taken off it from the application. */
export const waitingSteps: readonly string[] = ['AdvanceWaitingList', 'RaiseCapacity'];
export const inLineSteps: readonly string[] = ['JoinWaitingList', 'LeaveWaitingList'];
export const sharingSteps: readonly string[] = ['ShareFund'];
export const organisationSteps: readonly string[] = ['RecordIdentifier', 'RecordPrintedName', 'RenameOrganisation', 'ReclassifyOrganisation', 'NameMembers', 'RecordSuccessor', 'EndIdentifier', 'WithholdName'];
/** From the pages of a programme about what is delivered and about outside money. */
export const programmeDeliverySteps: readonly string[] = ['ReachMilestone', 'PlanMilestones', 'ReportRating', 'RecordProgrammeDecision', 'NoteDiscrepancy'];
export const fundingsSteps: readonly string[] = ['OfferFunding', 'RecordCostBearer'];
/** From the page of a funding. What a funder keeps is neither spent nor claimed by us. */
export const fundingSteps = {
  any: ['VaryFunding', 'AssignFunding', 'AppointContractor'], us: ['IncurExpense', 'ClaimExpense'],
  waiting: ['ReimburseClaim', 'RejectClaim'],
} as const;
export const programmeSavingsSteps: readonly string[] = ['ForecastSavings'];
/** Offered by an open round too, beside the home page, which offers it to whoever does not know the round's reference. */
export const roundEntry = 'Nominate';
/** From an open round: by the page that asks its questions, or by the command's own form where it has none. */
export const applying = 'SubmitApplication';
/** An open round; criteria can be set until the first score. */
export const roundSteps: readonly string[] = [
  'SetCriteria', 'ScreenApplications', 'RankApplications', 'ShareFund', 'StateCount', 'SetForm', 'InviteToBid', 'AllowLate', 'RaiseCapacity', 'ReviseRoundTerms',
  'CloneRound', 'CloseRound',
];
/** A round that is closed can still be run again. */
export const closedRoundSteps: readonly string[] = ['CloneRound'];
export const applicationSteps: Readonly<Record<string, readonly string[]>> = {
  nominated: ['AssessApplication', 'ReviseAssessment', 'TakeFromReserve', 'RecommendAward', 'ReturnApplication', 'ResubmitApplication', 'DeclineApplication', 'WithdrawApplication'],
};
/** A saving, by whether a claim waits for its validator. */
export const savingSteps = { waiting: ['ValidateSaving', 'WithdrawClaim', 'ReviseForecast'], open: ['ClaimSaving', 'ReviseForecast'], lifetime: ['ReviseForecast'] } as const;

const byStage: readonly Readonly<Record<string, readonly string[]>>[] = [
  awardSteps, matchSteps, expertSteps, daysSteps, savingsSteps, paymentSteps, applicationSteps, savingSteps, cohortSteps, frameworkSteps,
  deliverySteps, partSteps, partySteps, fundingSteps,
];
/** From the page of a person. */
export const personSteps: readonly string[] = ['GrantRole', 'RecordDeparture'];
/** From the row of a role, of a token or of a permission, and from one's own account. */
const ofPeople = ['RegisterPerson', 'EndRole', 'DelegateRole', 'TakeBackRole', 'IssueApiToken', 'RevokeApiToken', 'GivePermission', 'TakePermission'];

/** From a page about one person, programme, round or application, whatever its stage. */
const besides: readonly (readonly string[])[] = [
  personSteps, ofPeople, programmeSteps, poolSteps, organisationSteps, programmeSavingsSteps, roundSteps, waitingSteps, inLineSteps,
  programmeDeliverySteps, fundingsSteps, [applying],
];
/** What pages of things offer. */
export const onPages: ReadonlySet<string> = new Set([...byStage.flatMap((steps) => Object.values(steps)), ...besides].flat());
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

/** A step about one of several things of a page: its form begins with these words, and the button says which thing it is. */
export const stepAbout = (
  visit: Visit, name: string, page: string, { which, words }: { readonly which: string; readonly words: Readonly<Record<string, string>> },
): readonly Step[] =>
  stepsFor(visit, [name], page).map(
    (step) => ({ ...step, text: `${step.text}: ${which}`, href: `${step.href}?${new URLSearchParams(words).toString()}`, first: false }),
  );

import { designed, often, type Way } from './way.js';

/** Those of a room, where nothing is awarded. */
export const rooms: readonly Way[] = [
  {
    name: 'terms', scheme: {}, beginning: designed,
    room: [
      ...often(6, 'DesignScheme', 'OpenRound', 'ReviseRoundTerms'), ...often(3, 'CloneRound', 'SetForm', 'SetCriteria', 'AllowLate', 'InviteToBid'),
      ...often(1, 'OpenFund', 'VireBudget', 'SetBudget', 'ReduceBudget', 'RaiseCapacity', 'StateCount', 'CloseProgramme'),
    ],
  },
  {
    name: 'cohort', scheme: {
      support: [{ kind: 'places', each: 2 }], money: undefined, match: undefined, caps: undefined, phases: undefined,
    }, beginning: ['DefineProgramme', 'DesignScheme', 'PlanCohort', 'OpenCohort'],
    room: [
      ...often(
        4, 'BookPlace', 'BookPlace', 'JoinCohortWaitingList', 'JoinCohortWaitingList', 'GiveUpPlace', 'LeaveCohortWaitingList',
      ), ...often(2, 'EnlargeCohort', 'JoinAlumni', 'JoinAlumni', 'CompleteCohort'), 'PlanCohort', 'OpenCohort',
    ],
  },
  {
    name: 'framework', scheme: {
      support: [{ kind: 'framework', use: 'join', charge: '£1.00' }], money: undefined, match: undefined, caps: undefined, phases: undefined,
    }, beginning: ['DefineProgramme', 'DesignScheme', 'PlanFramework', 'LaunchFramework'],
    room: [
      ...often(4, 'JoinFramework', 'CallOff', 'LeaveFramework', 'ReportPerPerson'), ...often(2, 'PlanFramework', 'LaunchFramework', 'LaunchFramework'),
      ...often(4, 'AddExpertToPool', 'SetAvailability', 'GiveAdvice', 'GiveAdvice', 'RemoveExpertFromPool'),
    ],
  },
  {
    name: 'framework without members', scheme: {
      support: [{ kind: 'framework', use: 'call-off', charge: '£1.00' }], money: undefined, match: undefined, caps: undefined, phases: undefined,
    }, beginning: ['DefineProgramme', 'DesignScheme', 'PlanFramework', 'LaunchFramework'],
    room: often(2, 'JoinFramework', 'CallOff', 'ReportPerPerson', 'LaunchFramework'),
  },
  {
    name: 'outside funding', beginning: ['OfferFunding'],
    room: [
      ...often(4, 'IncurExpense', 'ClaimExpense', 'ClaimExpense', 'ReimburseClaim', 'RejectClaim', 'VaryFunding', 'AssignFunding'), 'OfferFunding',
      'AppointContractor', 'RecordCostBearer',
    ],
  },
  {
    name: 'bodies', beginning: [],
    room: [
      ...often(4, 'RecordIdentifier', 'RecordIdentifier', 'EndIdentifier', 'NameMembers', 'NameMembers', 'RecordSuccessor'), 'ReclassifyOrganisation',
      'RecordPrintedName', 'RenameOrganisation', 'WithholdName',
    ],
  },
  {
    name: 'people', beginning: ['GrantRole'],
    room: [
      ...often(
        4, 'GrantRole', 'DelegateRole', 'DelegateRole', 'DelegateRole', 'TakeBackRole', 'IssueApiToken', 'IssueApiToken', 'IssueApiToken', 'RevokeApiToken',
      ), ...often(2, 'EndRole', 'GivePermission', 'TakePermission'), 'RecordDeparture',
    ],
  },
  {
    name: 'reports', beginning: ['DefineProgramme', 'AppointEvaluator'],
    room: [
      'ReachMilestone', 'PlanMilestones', 'ReportRating', 'NoteDiscrepancy', 'RecordProgrammeDecision', 'SetTarget',
      ...often(3, 'AppointEvaluator', 'RecordEvaluationFinding'), 'CloseProgramme',
    ],
  },
];

import { designed, drawn, often, panel, type Way } from './way.js';

const nominated = [...designed, 'Nominate', 'Nominate', 'Nominate'];
const cash = [{ kind: 'cash' }];
const fixed = { kind: 'fixed', amount: '£5,000.00' };
const ceiling = { kind: 'ceiling', upTo: '£10,000.00' };
const nomination = { kind: 'nomination', late: 'with-reason', again: 'until-it-closes' };
const officers = { kind: 'officers' };
/** Rules that a nomination answers nothing to would keep everybody out. */
const open = { support: cash, intake: nomination, selection: officers, eligibility: undefined };

/** Those of an award, with a scheme or without. */
export const awarded: readonly Way[] = [
  { name: 'plain', beginning: panel },
  { name: 'plain with a round', beginning: ['SetBudget', 'OpenRound', ...panel] },
  { name: 'competition', beginning: ['SetBudget', ...panel, 'OpenRound', 'SetCriteria', ...often(4, 'Nominate')] },
  {
    name: 'any scheme', scheme: {}, beginning: [...nominated, 'SubmitApplication', 'SubmitApplication'],
    besides: { nominated: often(2, 'SubmitApplication', 'ScreenApplications', 'ShareFund', 'SetForm'), recommended: ['NameTranche', 'StateCost'] },
  },
  {
    name: 'phases', scheme: { ...open, money: fixed, phases: drawn, reporting: drawn }, beginning: nominated,
    besides: { agreed: [...often(7, 'StartPhase', 'SubmitOutput', 'SubmitOutput', 'AcceptOutput', 'SendBackOutput'), ...often(3, 'EndPhase')] },
  },
  {
    name: 'days', scheme: {
      ...open, support: [{ kind: 'cash' }, { kind: 'days', upTo: '14', dayRate: '£100.00', valuedFor: 'both' }], money: fixed,
    }, beginning: [...nominated, 'AddExpertToPool', 'SetAvailability'],
    besides: {
      recommended: ['AddExpertToPool', 'SetAvailability', 'DeclareInterest'],
      agreed: often(9, 'AssignExpert', 'LogDays', 'LogDays', 'CorrectDays', 'ReleaseDays', 'SetAvailability', 'EndAssignment'),
      ended: ['CorrectDays', 'CorrectDays', 'LogDays'],
    },
  },
  {
    name: 'years', scheme: { ...open, money: ceiling, years: drawn }, beginning: nominated,
    besides: {
      recommended: often(2, 'NameTranche'), approved: often(4, 'NameTranche', 'ConfirmTranche', 'DeclineTranche', 'LapseTranche'),
      agreed: often(6, 'ConfirmTranche', 'DeclineTranche', 'LapseTranche', 'CarryForward', 'CarryForward', 'RecordDecision', 'DeclareInterest'),
    },
  },
  {
    name: 'years and scores', scheme: {
      ...open, money: ceiling, years: drawn, selection: { kind: 'competition' },
    }, beginning: [...designed, 'SetCriteria', ...often(3, 'Nominate')],
    besides: {
      recommended: often(2, 'NameTranche'), approved: often(4, 'NameTranche', 'ConfirmTranche'),
      agreed: often(6, 'ConfirmTranche', 'CarryForward', 'CarryForward'),
    },
  },
  {
    name: 'share of a cost', scheme: {
      ...open, support: [{ kind: 'contribution' }], money: { kind: 'share-of-cost', bearer: 'the council', per: 50, atLeast: '£1,000.00', atMost: '£5,000.00' },
    }, beginning: nominated,
    besides: { recommended: ['StateCost'], approved: often(4, 'StateCost', 'ProposeAmount', 'ProposeAmount', 'ProposeAmount'), offered: often(2, 'StateCost') },
  },
  {
    name: 'share of a fund', scheme: {
      ...open, money: { kind: 'share-of-fund', by: { kind: 'weight', question: 'homes', sumsTo: 10 } }, selection: { kind: 'all-eligible' },
    }, beginning: [...nominated, 'ShareFund'],
    besides: { nominated: often(6, 'ShareFund', 'ShareFund', 'Nominate'), recommended: often(2, 'ShareFund') },
  },
  {
    name: 'share by weight', scheme: { ...open, money: { kind: 'share-of-fund', by: { kind: 'weight', question: 'homes' } } },
    beginning: [...nominated, 'ShareFund'], besides: { nominated: often(4, 'ShareFund') },
  },
  {
    name: 'share by what was answered', scheme: {
      ...open, intake: { kind: 'open-call', late: 'with-reason', again: 'until-it-closes' }, money: { kind: 'share-of-fund', by: { kind: 'weight', question: 'homes' } },
    },
    beginning: [...designed, ...often(4, 'SubmitApplication'), 'ShareFund'], besides: { nominated: often(4, 'ShareFund', 'SubmitApplication') },
  },
  {
    name: 'ceiling for a body', scheme: { ...open, money: { kind: 'ceiling-per-body', upTo: '£10,000.00' }, years: drawn }, beginning: [
      ...nominated, 'RecommendAward', 'RecommendAward', 'ApproveAward', 'ApproveAward', 'ApproveAward',
    ],
    besides: {
      nominated: often(2, 'RecommendAward'), approved: often(3, 'NameTranche', 'ConfirmTranche', 'TransferAward', 'TransferAward'),
      agreed: often(4, 'RecommendAward', 'ApproveAward', 'TransferAward', 'TransferAward', 'Nominate'),
    },
  },
  {
    name: 'equal shares', scheme: { ...open, money: { kind: 'share-of-fund', by: { kind: 'equal' }, most: '£5,000.00' } },
    beginning: [...nominated, 'ShareFund'], besides: { nominated: often(3, 'ShareFund'), recommended: often(2, 'ShareFund', 'ShareFund') },
  },
  {
    name: 'first come', scheme: { ...open, money: fixed, selection: { kind: 'first-come', number: 1 } }, beginning: [...nominated, 'Nominate'],
    besides: { recommended: often(3, 'RecommendAward'), agreed: often(3, 'RecommendAward') },
  },
  {
    name: 'waiting list', scheme: {
      ...open, money: fixed, capacity: { planned: 1, most: 1, waitingList: true },
    }, beginning: [...nominated, 'Nominate', 'RecommendAward', 'RecommendAward', 'ApproveAward'],
    besides: {
      nominated: often(4, 'RecommendAward', 'JoinWaitingList'), recommended: often(
        3, 'JoinWaitingList', 'LeaveWaitingList', 'AdvanceWaitingList', 'RecommendAward',
      ),
      agreed: often(5, 'JoinWaitingList', 'LeaveWaitingList', 'AdvanceWaitingList', 'RecommendAward', 'ApproveAward', 'WithdrawAward', 'RaiseCapacity'),
    },
  },
  {
    name: 'caps', scheme: { ...open, money: ceiling, caps: drawn }, beginning: [...nominated, 'Nominate'],
    besides: {
      nominated: often(2, 'RecommendAward'), approved: often(4, 'TransferAward', 'AddPartner', 'RemovePartner', 'NameTranche', 'ConfirmTranche'),
      agreed: often(6, 'TransferAward', 'AddPartner', 'RemovePartner', 'Nominate', 'RecommendAward', 'ApproveAward', 'ConfirmTranche'),
    },
  },
  {
    name: 'applications', scheme: {
      support: cash, money: fixed, intake: drawn, eligibility: drawn, selection: officers,
    }, beginning: [...designed, 'InviteToBid', ...often(4, 'SubmitApplication')],
    besides: {
      wished: often(4, 'SubmitApplication', 'SubmitApplication', 'InviteToBid', 'AllowLate', 'SetForm'),
      nominated: often(
        6, 'SubmitApplication', 'SubmitApplication', 'ResubmitApplication', 'ReturnApplication', 'ScreenApplications', 'SetForm', 'AllowLate',
        'ReviseRoundTerms',
      ).concat('CloseRound'),
    },
  },
];

/** What carries an award on from where it stands; what is named twice is done twice as often. */
export const onward: Readonly<Record<string, readonly string[]>> = {
  wished: ['Nominate', 'Nominate', 'OpenRound', 'SetBudget'],
  nominated: [
    'AssessApplication', 'AssessApplication', 'AssessApplication', 'AssessApplication', 'ReviseAssessment', 'RankApplications', 'RankApplications', 'TakeFromReserve', 'TakeFromReserve', 'DeclareInterest',
    'RecommendAward', 'RecommendAward', 'RecommendAward', 'RecommendAward', 'WithdrawApplication', 'DeclineApplication',
  ],
  recommended: [
    'RecordDecision', 'RecordDecision', 'PutToBoard', 'ApproveAward', 'ApproveAward', 'ApproveAward', 'ApproveAward', 'ApproveAward', 'DeclineAward',
    'RankApplications', 'TakeFromReserve',
  ],
  approved: [
    'SetMatchCondition', 'ProposeAmount', 'ProposeAmount', 'ProposeAmount', 'AgreeAmount', 'AgreeAmount', 'OfferAgreement', 'OfferAgreement', 'SplitMatch',
    'AddExpertToPool', 'AssignExpert', 'PledgeMatch',
  ],
  offered: ['SignAgreement', 'SignAgreement', 'SignAgreement', 'SignAgreement', 'LapseOffer', 'PledgeMatch'],
  agreed: [
    'PledgeMatch', 'PledgeMatch', 'PledgeMatch', 'WithdrawPledge', 'EvidenceMatch', 'EvidenceMatch', 'EvidenceMatch', 'VerifyMatch', 'VerifyMatch', 'VerifyMatch', 'RevokeVerification', 'SplitMatch', 'AssignExpert', 'EndAssignment',
    'AuthorisePayment', 'AuthorisePayment', 'AuthorisePayment', 'ReleasePayment', 'ReleasePayment', 'ReleasePayment', 'SettlePayment', 'SettlePayment', 'SettlePayment', 'FailPayment', 'ReturnPayment', 'CancelPayment', 'CorrectSettlement',
    'ForecastSavings', 'ReviseForecast', 'ClaimSaving', 'ClaimSaving', 'ValidateSaving', 'WithdrawClaim', 'CloseAward', 'WithdrawAward',
  ],
  ended: [
    'ReleaseMatch', 'ReleaseMatch', 'ReleasePayment', 'CancelPayment', 'SettlePayment', 'ReturnPayment', 'CloseRound', 'ValidateSaving', 'RevokeVerification',
    'ForecastSavings', 'ClaimSaving',
  ],
};

/** What ends things for everybody, or leaves no money for anybody: an office does it seldom. */
export const rarely = /^(RecordDeparture|CloseRound|EndDelegation|TakePermission|ReduceBudget|DeclineApplication|WithdrawApplication|DeclineAward|WithdrawAward|RegisterOrganisation|DeclareInterest)$/;
/** What few do often, and every office sometimes. */
export const besides = /^(GrantRole|DelegateRole|TakeBackRole|EndRole|IssueApiToken|AppointEvaluator|RecordEvaluationFinding|DefineProgramme)$/;

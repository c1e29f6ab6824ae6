export interface Step {
  readonly command: string;
  readonly by: string;
  readonly on: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The refusal that is due, for what decides something only when two things happen at once: one after another, they leave it nothing to do. */
  readonly refused?: string;
}

export const step = (command: string, input: Step['input'], by = 'officer', on = '2012-05-01'): Step => ({ command, by, on, input });
export const nominated = (organisation: string, partners: readonly object[] = [], round = 'RD-2012-001'): Step =>
  step('Nominate', { round, organisation, title: 'Shared property', source: 'open-call', partners });

/** What the rooms of schemes decide under: a delegation of its own, so that the one of the first awards stays as small as it is. */
export const panel = { kind: 'delegated', body: 'panel', minute: '2' };
export const setting: readonly Step[] = [
  step('OpenFund', { code: 'OTHER', name: 'Other fund' }),
  step('SetBudget', { fund: 'OTHER', financialYear: 'FY1213', amount: '£100,000.00' }),
  step('SetBudget', { fund: 'OTHER', financialYear: 'FY1314', amount: '£20,000.00' }),
  step('VireBudget', { from: 'IMPROVEMENT', financialYear: 'FY1213', to: 'OTHER', amount: '£1.00', reason: 'Rounding', minute: '7' }),
  step('RegisterBody', { code: 'panel', name: 'Grants panel', kind: 'members' }),
  step('Delegate', { from: 'board', to: 'panel', perAward: '£10,000.00', total: '£60,000.00', minute: '1', startsOn: '2012-04-01' }),
  ...['WIDER', 'HELP', 'PAST'].map((code) => step('DefineProgramme', { code, name: `Programme ${code.toLowerCase()}`, purpose: 'New ways', awardCeiling: '£10,000.00', instrument: 'deed' })),
  step('CloseProgramme', { programme: 'PAST', note: 'Done' }),
];

/** From a recommendation to a signed agreement, for the whole of what was approved. */
export const signed = (application: string, award: string, amount: string, more: object = {}): readonly Step[] => [
  step('RecommendAward', { application }),
  step('ApproveAward', { award, ceiling: amount, authority: panel, ...more }, 'clerk'),
  ...agreed(award, amount),
];
export const agreed = (award: string, amount: string): readonly Step[] => [
  step('ProposeAmount', { award, amount }),
  step('AgreeAmount', { award, amount }),
  step('OfferAgreement', { award, document: 'Deed', acceptBy: '2012-06-14' }),
  step('SignAgreement', { award, document: 'Deed' }),
];
export const opened = (name: string, scheme: object, more: object = {}): Step =>
  step('OpenRound', { programme: 'WIDER', name, fund: 'OTHER', financialYear: 'FY1213', allocation: '£10,000.00', scheme, ...more });

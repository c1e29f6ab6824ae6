import { playbook, step, type Step } from './made-up.js';

/** How many lives a made-up season has: rounds, and awards in each of them. */
export interface SeasonSize {
  readonly rounds: number;
  readonly awards: number;
}

const fund = 'SEASON-FUND';
const programme = 'SEASON-GRANTS';
const budgetOf = { fund, financialYear: 'FY1213' };
const councils = 25;

/** What an award goes through that ends well: half of its match from a partner, and four payments. Every so many take another turn. */
const life = (round: string, index: number): readonly Step[] => {
  const name = `${round}-${index}`;
  const [application, award] = [`$application-${name}`, `$award-${name}`];
  const [council, partner] = [`$council-${index % councils}`, `$council-${(index + 7) % councils}`];
  const nominated = [
    step('programme-officer', 'Nominate', { round: `$round-${round}`, organisation: council, title: `Sharing services between places, project ${index}`, source: 'open-call', partners: [{ organisation: partner, role: 'joint-applicant' }] }, application),
    step('programme-officer', 'RecommendAward', { application }, award),
  ];
  if (index % 9 === 8) return [...nominated, step('programme-manager', 'WithdrawAward', { award, reason: 'The council merged', withdrawnBy: 'recipient' })];
  return [...nominated, ...agreed(name, [council, partner]), ...paid(name), ...(index % 4 === 3 ? [] : [step('programme-manager', 'CloseAward', { award })])];
};

function agreed(name: string, sources: readonly string[]): readonly Step[] {
  const award = `$award-${name}`;
  return [
    step('programme-manager', 'ApproveAward', { award, ceiling: '£20,000.00', authority: { kind: 'delegated', body: 'season-members', minute: '2' } }),
    step('programme-manager', 'SetMatchCondition', { award, ratio: 100, payableBeforeVerified: 25 }),
    step('programme-officer', 'ProposeAmount', { award, amount: '£16,000.00' }),
    step('programme-officer', 'AgreeAmount', { award, amount: '£16,000.00' }),
    step('programme-officer', 'OfferAgreement', { award, document: 'Agreement', acceptBy: '2012-05-31' }),
    step('programme-manager', 'SignAgreement', { award, document: 'Agreement' }),
    ...sources.map((source) => step('programme-officer', 'PledgeMatch', { award, source, amount: '£8,000.00' })),
    ...sources.flatMap((source, place) => [
      step('programme-officer', 'EvidenceMatch', { award, source, amount: '£8,000.00', document: `Invoice ${name}` }, `$evidence-${name}-${place}`),
      step('match-verifier', 'VerifyMatch', { evidence: `$evidence-${name}-${place}`, accepted: '£8,000.00' }),
    ]),
  ];
}

const paid = (name: string): readonly Step[] =>
  [1, 2, 3, 4].flatMap((turn) => {
    const payment = `$payment-${name}-${turn}`;
    return [
      step('finance-officer', 'AuthorisePayment', { award: `$award-${name}`, amount: '£4,000.00' }, payment),
      step('payment-releaser', 'ReleasePayment', { payment }),
      step('finance-officer', 'SettlePayment', { payment, bankReference: `BACS ${name} ${turn}` }),
    ];
  });

/** A season of a programme: its fund, its councils, its rounds and what became of every award. */
export const aSeason = ({ rounds, awards }: SeasonSize): string =>
  playbook('measured-season', [
    step('finance-officer', 'OpenFund', { code: fund, name: 'Measured fund' }),
    step('finance-officer', 'SetBudget', { ...budgetOf, amount: '£50,000,000.00' }),
    step('secretary', 'RegisterBody', { code: 'season-board', name: 'Board', kind: 'board' }),
    step('secretary', 'RegisterBody', { code: 'season-members', name: 'Lead Members', kind: 'members' }),
    step('secretary', 'Delegate', { from: 'season-board', to: 'season-members', perAward: '£20,000.00', total: '£40,000,000.00', startsOn: '2012-04-01', minute: '1' }),
    step('programme-manager', 'DefineProgramme', { code: programme, name: 'Measured programme', purpose: 'To measure', awardCeiling: '£20,000.00', instrument: 'deed' }),
    ...Array.from({ length: councils }, (_, index) => step('programme-officer', 'RegisterOrganisation', { name: `Measured council ${index}`, type: 'district', region: 'East Midlands' }, `$council-${index}`)),
    ...Array.from({ length: rounds }, (_, round) => [
      step('programme-manager', 'OpenRound', { programme, name: `Round ${round + 1}`, ...budgetOf, allocation: '£2,000,000.00' }, `$round-${round}`),
      ...Array.from({ length: awards }, (__, index) => life(String(round), index)).flat(),
    ]).flat(),
  ]);

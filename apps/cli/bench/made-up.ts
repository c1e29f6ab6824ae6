import { toDate, type Person } from '#kernel';

export type Step = Readonly<Record<string, unknown>>;

/** When everything made up happens. */
export const sceneOn = toDate('2012-05-01');
const on = sceneOn;
export const step = (by: string, command: string, input: Step, as?: string): Step => ({ on, by, do: command, with: input, ...(as === undefined ? {} : { as }) });
export const playbook = (name: string, steps: readonly Step[]): string => [{ playbook: name, demonstration: true }, ...steps].map((line) => JSON.stringify(line)).join('\n');

/** A fund with money, and a programme whose one award may take all of it. */
const funded = (amount: string): readonly Step[] => [
  step('finance-officer', 'OpenFund', { code: 'MEASURED', name: 'Measured fund' }),
  step('finance-officer', 'SetBudget', { fund: 'MEASURED', financialYear: 'FY1213', amount }),
  step('programme-manager', 'DefineProgramme', { code: 'MEASURE', name: 'Measured programme', purpose: 'To measure', awardCeiling: amount, instrument: 'deed' }),
];

const opened = (amount: string, terms: Step = {}): readonly Step[] => [
  ...funded(amount),
  step('programme-officer', 'RegisterOrganisation', { name: 'Measured council', type: 'district' }, '$council'),
  step('programme-manager', 'OpenRound', { programme: 'MEASURE', name: 'Measured round', fund: 'MEASURED', financialYear: 'FY1213', allocation: amount, ...terms }, '$round'),
];

const nominated = (title: string, as?: string): Step =>
  step('programme-officer', 'Nominate', { round: '$round', organisation: '$council', title, source: 'open-call' }, as);

/** A fund with money and nothing spent. JSON Lines, as are the others. */
export const aFund = (amount: string): string => playbook('measured-fund', funded(amount));

const delegated = (amount: string): readonly Step[] => [
  step('secretary', 'RegisterBody', { code: 'board', name: 'Board', kind: 'board' }),
  step('secretary', 'RegisterBody', { code: 'lead-members', name: 'Lead Members', kind: 'members' }),
  step('secretary', 'Delegate', { from: 'board', to: 'lead-members', perAward: amount, total: amount, startsOn: on, minute: '1' }),
];

/** A round with money and so many recommended awards, AW-2012-001 onwards: approving them meets in nothing but the limits. `terms`: what the round says besides. */
export const recommendedAwards = (amount: string, count: number, terms?: Step): string =>
  playbook('measured-round', [
    ...opened(amount, terms),
    ...delegated('£1,000,000.00'),
    ...Array.from({ length: count }, (_, index) => [
      nominated(`Project ${index + 1}`, `$application-${index + 1}`),
      step('programme-officer', 'RecommendAward', { application: `$application-${index + 1}` }),
    ]).flat(),
  ]);

/** One signed award, `$award`, for all the money of its fund: what is left of it limits every payment. */
export const aSignedAward = (amount: string): string =>
  playbook('measured-award', [
    ...opened(amount),
    ...delegated(amount),
    nominated('Measured project', '$application'),
    step('programme-officer', 'RecommendAward', { application: '$application' }, '$award'),
    step('programme-manager', 'ApproveAward', { award: '$award', ceiling: amount, authority: { kind: 'delegated', body: 'lead-members', minute: '2' } }),
    step('programme-officer', 'ProposeAmount', { award: '$award', amount }),
    step('programme-officer', 'AgreeAmount', { award: '$award', amount }),
    step('programme-officer', 'OfferAgreement', { award: '$award', document: 'Agreement', acceptBy: on }),
    step('programme-manager', 'SignAgreement', { award: '$award', document: 'Agreement' }),
  ]);

/** A round and so many nominations for it. */
export const nominations = (count: number): string =>
  playbook('measured-nominations', [...opened('£100,000.00'), ...Array.from({ length: count }, (_, index) => nominated(`Project ${index + 1}`))]);

/** Somebody with a role. */
export const anOfficer = (person: Person, role: string): string =>
  playbook(`measured-${role}`, [
    step('administrator', 'RegisterPerson', { person }),
    step('administrator', 'GrantRole', { person, role, startsOn: on, reason: 'Measures' }),
  ]);

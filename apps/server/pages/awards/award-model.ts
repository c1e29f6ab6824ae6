import type { ChangesAround, TimelinePage } from '#views/audit';
import type { AwardPage } from '#views/registers';
import type { AwardDays } from '#views/support';
import type { DeliveryPage } from '#views/delivery';
import type { Parties, TrancheRow } from '#views/tranches';
import { awardSteps, expertSteps, matchSteps, savingsSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import type { Section } from '../../layout/section.js';
import { awardStage, paymentStage, type ShownStage } from '../../layout/stages.js';
import { amounts, columns, linked, onDay, pounds, tagged, words, type Table } from '../../layout/table.js';
import { shownTimeline, stepsThrough, type ShownTimeline } from '../../layout/timeline.js';
import { capital, inPounds, inWords, perCent } from '../../layout/words.js';
import { link, may, type Visit } from '../../visits/visit.js';
import { savingsTable } from '../savings/savings-table.js';
import { shownDays, type ShownDays } from './award-days.js';
import { deliveredUnder } from './award-delivery.js';
import { awardFigures } from './award-figures.js';
import { fitsMatch, matchOf, type ShownMatch } from './award-match.js';
import { partiesOf } from './award-parties.js';
import { partsOf } from './award-parts.js';

export interface AwardModel {
  readonly reference: string;
  readonly award: AwardPage;
  readonly stage: ShownStage;
  readonly isLate: boolean;
  readonly figures: readonly Figure[];
  readonly changes: { readonly previous: string | undefined; readonly next: string | undefined } | undefined;
  readonly actions: readonly Step[];
  readonly matchActions: readonly Step[];
  readonly expertActions: readonly Step[];
  readonly savingsActions: readonly Step[];
  readonly summary: readonly SummaryRow[];
  readonly match: ShownMatch;
  /** What it delivers, which years and funds pay, who has a part in it: those of which there is something to say. */
  readonly sections: readonly Section[];
  readonly payments: Table | undefined;
  readonly noPayments: string;
  readonly experts: Table | undefined;
  /** None where it was given none. */
  readonly days: ShownDays | undefined;
  readonly savings: Table | undefined;
  readonly timeline: ShownTimeline | undefined;
  readonly permalink: string | undefined;
  readonly position: number | undefined;
}

export interface AwardStanding {
  readonly award: AwardPage;
  readonly days: AwardDays | undefined;
  readonly delivery: DeliveryPage | undefined;
  readonly parts: readonly TrancheRow[];
  readonly parties: Parties;
  /** Both undefined for those who may not audit. */
  readonly timeline: TimelinePage | undefined;
  readonly changes: ChangesAround | undefined;
  readonly isPermanent: boolean;
}

/** Everything that an award's page says, in words and addresses. */
export function awardModel({ award, days, delivery, parts, parties, timeline, changes, isPermanent }: AwardStanding, visit: Visit): AwardModel {
  const page = `/awards/${award.reference}`;
  const { stage } = award;
  const steps = (names: readonly string[] | undefined, about: string): readonly Step[] => stepsFor(visit, names ?? [], page, about);
  const takesMatch = award.matchRequiredMinor > 0 || award.sources.length > 0 || stage === 'approved';
  const position = visit.past?.position ?? changes?.current;
  return {
    reference: award.reference,
    award,
    stage: awardStage(stage),
    isLate: award.stageRecordedOn > award.stageOn,
    figures: awardFigures(award, visit),
    // What comes next is not known on a page that must never change.
    changes: isPermanent || !changes ? undefined : stepsThrough(changes, page),
    actions: steps(awardSteps[stage], award.reference),
    matchActions: steps(takesMatch ? matchSteps[stage]?.filter((step) => fitsMatch(step, award)) : [], `for ${award.reference}`),
    expertActions: steps(expertSteps[stage], `for ${award.reference}`),
    savingsActions: steps(savingsSteps[stage], `for ${award.reference}`),
    summary: summaryOf(award, visit),
    match: matchOf(award),
    sections: [...deliveredUnder(award, delivery, visit), ...partsOf(award, parts, visit), ...partiesOf(award, parties, visit)],
    payments: paymentsOf(award, visit),
    noPayments: stage === 'agreed' && !may(visit, 'payment:authorise') ? 'A finance officer authorises payments.' : '',
    experts: expertsOf(award),
    days: days && shownDays(days, stage, visit),
    savings: award.savings.length === 0 ? undefined : savingsTable(award.savings, 'Savings of this award', visit),
    timeline: shownTimeline(timeline, visit, page),
    permalink: position && !isPermanent ? `${page}/at/${position}` : undefined,
    position,
  };
}

function paymentsOf({ payments }: AwardPage, visit: Visit): Table | undefined {
  if (payments.length === 0) return undefined;
  return {
    id: 'payments', caption: 'Payments of this award', heads: [...columns('Payment', 'State'), ...amounts('Amount')],
    rows: payments.map((each) => [linked(each.reference, link(visit, `/payments/${each.reference}`)), tagged(paymentStage(each.stage), each.stageRecordedOn > each.stageOn), pounds(each.amountMinor)]),
  };
}

function expertsOf({ experts }: AwardPage): Table | undefined {
  if (experts.length === 0) return undefined;
  return {
    id: 'experts', caption: 'Experts who help with this award', heads: columns('Expert', 'What they do', 'Since', 'Until'),
    rows: experts.map(({ expert, title, sinceOn, endedOn, reason }) => [words(expert), words(title), onDay(sinceOn), words(endedOn === null ? '' : `${inWords(endedOn)}: ${reason ?? ''}`)]),
  };
}

function agreementIn({ instrument, document, acceptBy, stage }: AwardPage): string {
  const kind = instrument.charAt(0).toUpperCase() + instrument.slice(1).replaceAll('-', ' ');
  return [kind, ...(document === null ? [] : [document]), ...(stage === 'offered' && acceptBy !== null ? [`to be signed by ${inWords(acceptBy)}`] : [])].join(', ');
}

const matchFrom: Readonly<Record<string, string>> = { 'public-bodies': ' from the recipient and its public partners', 'any-partner': ' from the recipient and any of its partners' };

function summaryOf(award: AwardPage, visit: Visit): readonly SummaryRow[] {
  return [
    { key: 'Recipient', value: `${award.recipientName} (${award.recipient})`, href: link(visit, `/organisations/${award.recipient}`) },
    { key: 'Programme', value: award.programmeName, href: link(visit, `/programmes/${award.programme}`) },
    { key: 'Round', value: `${award.round}, ${award.fund} ${award.financialYear}`, href: link(visit, `/rounds/${award.round}`) },
    ...(award.termsWords === null ? [] : [{ key: 'Terms', value: capital(award.termsWords), href: link(visit, `/rounds/${award.round}/scheme`) }]),
    { key: 'Application', value: award.application, href: link(visit, `/applications/${award.application}`) },
    { key: 'Agreement', value: agreementIn(award) },
    ...(award.putTo === null ? [] : [{ key: 'Put to', value: [award.putTo, award.meeting, award.item === null ? null : `item ${award.item}`].filter((part) => part !== null).join(', ') }]),
    ...(award.decidedBy === null ? [] : [{ key: 'Decided by', value: award.decidedBy }]),
    ...(award.partners.length === 0 ? [] : [{ key: 'Partners', value: award.partners.map(({ name, role }) => `${name} (${role.replaceAll('-', ' ')})`).join(', ') }]),
    ...(award.matchRatio === null
      ? []
      : [{ key: 'Match condition', value: `${perCent(award.matchRatio)} of the grant${matchFrom[award.matchFrom ?? ''] ?? ''}; ${perCent(award.payableBeforeVerified ?? 0)} of it may be paid before the match is verified` }]),
    ...(award.matchWaivedMinor > 0 ? [{ key: 'Match no longer required', value: inPounds(award.matchWaivedMinor) }] : []),
    ...(award.reason === null ? [] : [{ key: 'Reason', value: award.reason }]),
  ];
}

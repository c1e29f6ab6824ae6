import type { TimelineEntry } from '#views/audit';
import type { AwardPage } from '#views/registers';
import { matchSteps, awardSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import { awardStage, paymentStage, type ShownStage } from '../../layout/stages.js';
import { stepsThrough, timelineOf, type ShownYear } from '../../layout/timeline.js';
import { inPounds, inWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly href?: string | undefined;
  readonly note?: string;
}
interface SummaryRow {
  readonly key: string;
  readonly value: string;
  readonly href?: string;
}
export interface AwardModel {
  readonly reference: string;
  readonly award: AwardPage;
  readonly stage: ShownStage;
  readonly figures: readonly Figure[];
  readonly changes: { readonly previous: string | undefined; readonly next: string | undefined } | undefined;
  readonly actions: readonly Step[];
  readonly matchActions: readonly Step[];
  readonly summary: readonly SummaryRow[];
  readonly sources: readonly { readonly name: string; readonly pledged: number; readonly evidenced: number; readonly verified: number; readonly gap: number }[];
  readonly matchSentence: string | undefined;
  readonly matchIsShort: boolean;
  readonly payments: readonly { readonly reference: string; readonly stage: ShownStage; readonly amount: number; readonly href: string }[];
  readonly years: readonly ShownYear[] | undefined;
  readonly permalink: string | undefined;
  readonly position: number | undefined;
}

export interface AwardStanding {
  readonly award: AwardPage;
  /** Undefined for those who may not audit. */
  readonly timeline: readonly TimelineEntry[] | undefined;
  /** Positions of every change that is known today. */
  readonly changes: readonly number[];
  readonly isPermanent: boolean;
}

/** Everything that an award's page says, in words and addresses. */
export function awardModel({ award, timeline, changes, isPermanent }: AwardStanding, visit: Visit): AwardModel {
  const page = `/awards/${award.reference}`;
  const position = timeline?.reduce((newest, entry) => Math.max(newest, entry.position), 0);
  return {
    reference: award.reference,
    award,
    stage: awardStage(award.stage),
    figures: figuresOf(award, visit),
    // What comes next is not known on a page that must never change.
    changes: isPermanent || !timeline ? undefined : stepsThrough(changes, visit, page),
    actions: stepsFor(visit, awardSteps[award.stage] ?? [], page, award.reference),
    matchActions: stepsFor(visit, award.matchRequiredMinor > 0 || award.sources.length > 0 || award.stage === 'approved' ? (matchSteps[award.stage] ?? []) : [], page, `for ${award.reference}`),
    summary: summaryOf(award, visit),
    sources: award.sources.map(({ name, pledgedMinor, evidencedMinor, verifiedMinor }) => ({ name, pledged: pledgedMinor, evidenced: evidencedMinor, verified: verifiedMinor, gap: pledgedMinor - verifiedMinor })),
    ...matchOf(award),
    payments: award.payments.map(({ reference, stage, amountMinor }) => ({ reference, stage: paymentStage(stage), amount: amountMinor, href: link(visit, `/payments/${reference}`) })),
    years: timeline && timelineOf(timeline, visit, page),
    permalink: position && !isPermanent ? `${page}/at/${visit.past?.position ?? position}` : undefined,
    position: visit.past?.position ?? position,
  };
}

function figuresOf(award: AwardPage, visit: Visit): readonly Figure[] {
  const lines = (account: string): string | undefined => ledgerLines(visit, account, award.reference);
  const { ceilingMinor, proposedMinor, negotiatedMinor, agreedMinor, paidMinor, authorisedMinor, matchRequiredMinor, matchVerifiedMinor, matchGapMinor } = award;
  return [
    { label: 'Ceiling', value: inPounds(ceilingMinor), href: ceilingMinor === null ? undefined : lines('B:Approved') },
    agreedMinor === null
      ? negotiated(proposedMinor, negotiatedMinor)
      : { label: 'Agreed', value: inPounds(agreedMinor), href: lines('B:Agreed'), ...(ceilingMinor !== null && ceilingMinor > agreedMinor ? { note: `${inPounds(ceilingMinor - agreedMinor)} under the ceiling` } : {}) },
    { label: 'Paid', value: inPounds(paidMinor), href: agreedMinor === null ? undefined : lines('B:Spent'), ...(authorisedMinor > 0 ? { note: `${inPounds(authorisedMinor)} on its way` } : {}) },
    ...(agreedMinor === null ? [] : [{ label: 'Left to pay', value: inPounds(agreedMinor - paidMinor - authorisedMinor) }]),
    ...(matchRequiredMinor > 0
      ? [{ label: 'Match verified', value: inPounds(matchVerifiedMinor), href: lines('M:Met'), note: matchGapMinor > 0 ? `${inPounds(matchGapMinor)} of ${inPounds(matchRequiredMinor)} missing` : `all of ${inPounds(matchRequiredMinor)}` }]
      : []),
  ];
}

/** What is being negotiated, until it is signed. */
function negotiated(proposed: number | null, agreed: number | null): Figure {
  const label = 'Negotiated amount';
  if (agreed !== null) return { label, value: inPounds(agreed), note: 'agreed, not signed yet' };
  return proposed === null ? { label, value: 'none yet' } : { label, value: inPounds(proposed), note: 'proposed, not agreed yet' };
}

function matchOf({ matchRequiredMinor, matchVerifiedMinor, matchGapMinor, stage }: AwardPage): { readonly matchSentence: string; readonly matchIsShort: boolean } {
  if (matchRequiredMinor === 0) return { matchSentence: ['recommended', 'approved', 'offered'].includes(stage) ? 'What match is required is settled when the agreement is signed.' : 'No match is required.', matchIsShort: false };
  if (matchGapMinor === 0) return { matchSentence: `The match is complete: ${inPounds(matchVerifiedMinor)} verified of ${inPounds(matchRequiredMinor)} required.`, matchIsShort: false };
  return { matchSentence: `${inPounds(matchRequiredMinor)} of match is required and ${inPounds(matchVerifiedMinor)} is verified: ${inPounds(matchGapMinor)} is missing.`, matchIsShort: true };
}

function agreementIn({ instrument, document, acceptBy, stage }: AwardPage): string {
  const kind = instrument.charAt(0).toUpperCase() + instrument.slice(1).replaceAll('-', ' ');
  return [kind, ...(document === null ? [] : [document]), ...(stage === 'offered' && acceptBy !== null ? [`to be signed by ${inWords(acceptBy)}`] : [])].join(', ');
}

function summaryOf(award: AwardPage, visit: Visit): readonly SummaryRow[] {
  return [
    { key: 'Recipient', value: `${award.recipientName} (${award.recipient})` },
    { key: 'Programme', value: award.programmeName, href: link(visit, `/programmes/${award.programme}`) },
    { key: 'Money from', value: `${award.fund} ${award.financialYear}, round ${award.round}` },
    { key: 'Application', value: award.application },
    { key: 'Agreement', value: agreementIn(award) },
    ...(award.putTo === null ? [] : [{ key: 'Put to', value: [award.putTo, award.meeting, award.item === null ? null : `item ${award.item}`].filter((part) => part !== null).join(', ') }]),
    ...(award.decidedBy === null ? [] : [{ key: 'Decided by', value: award.decidedBy }]),
    ...(award.partners.length === 0 ? [] : [{ key: 'Partners', value: award.partners.map(({ name, role }) => `${name} (${role.replaceAll('-', ' ')})`).join(', ') }]),
    ...(award.matchRatio === null ? [] : [{ key: 'Match condition', value: `${award.matchRatio} per cent of the grant; ${award.payableBeforeVerified ?? 0} per cent of it may be paid before the match is verified` }]),
    ...(award.reason === null ? [] : [{ key: 'Reason', value: award.reason }]),
  ];
}


import type { AwardRef, Code, CohortRef, ExpertRef, FundingRef, OrganisationRef, RoundRef } from '#kernel';

/** Names of the streams that hold limits, in one place: whoever consumes a limit names it as its opener did. */
export const fundLimit = (fund: Code, financialYear: string): string => `fund.${fund}.${financialYear}`;
export const roundLimit = (round: RoundRef): string => `round.${round}`;
export const awardLimit = (award: AwardRef): string => `award.${award}`;
/** The n-th delegation that a body was given. */
export const delegationLimit = (body: Code, number: number): string => `delegation.${body}.${number}`;
/** What one recipient was awarded in one round, all awards together: an award is not split to fit an authority. */
export const linkedLimit = (round: RoundRef, recipient: OrganisationRef): string => `linked.${round}.${recipient}`;
/** What a body has had under a cap, of awards or of money, over a round or a programme; the rule compares, so that a cap may be revised. */
export const capLimit = (within: Code | RoundRef, body: OrganisationRef, counts: 'awards' | 'money'): string => `cap.${within}.${body}.${counts}`;
/** Places that a round or a cohort has. */
export const placesLimit = (holder: RoundRef | CohortRef): string => `places.${holder}`;
/** Awards of a round that serves so many, whoever comes first. */
export const turnsLimit = (round: RoundRef): string => `turns.${round}`;
/** Days of an expert's help that an award has. */
export const daysLimit = (award: AwardRef): string => `days.${award}`;
/** Days that an expert has to give in a financial year. */
export const expertDaysLimit = (expert: ExpertRef, financialYear: string): string => `expert.${expert}.${financialYear}`;
/** The n-th part of an award that comes from another budget line than its first. */
export const trancheLimit = (award: AwardRef, number: number): string => `award.${award}.${number}`;
/** What an outside funder pays, against what was claimed and received of it. */
export const fundingLimit = (funding: FundingRef): string => `funding.${funding}`;
/** A document of one source: the same invoice is the same limit, however its name is spaced or capitalised. */
export const evidenceLimit = (source: OrganisationRef, document: string): string => `evidence.${source}.${slug(document)}`;

const longest = 80;

/** Runs of letters and of digits joined by hyphens, so that INV17, INV 17 and inv-17 are one invoice, and 1/17 and 11/7 are two. What had to be cut or spelt otherwise is told apart by a checksum. */
function slug(words: string): string {
  const folded = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const short = (folded.match(/[a-z]+|[0-9]+/g) ?? []).join('-');
  const lossy = short.length > longest || /[^\0-\x7f]/.test(folded);
  return lossy ? `${short.slice(0, longest)}.${checksum(folded)}` : short;
}

/** FNV-1a over UTF-16 units in 64 bits: stable for ever, which is all that is asked of it here. */
function checksum(words: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < words.length; i += 1) hash = ((hash ^ BigInt(words.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

import { awardEvents } from '#domain/awards';
import type { CapTerm } from '#domain/programmes';
import type { Watch } from './told.js';

interface Standing {
  readonly programme: string;
  readonly round: string;
  readonly caps: readonly CapTerm[];
  lead: string;
  readonly partners: Set<string>;
  /** Approved and not ended without a trace; what it comes to, in pence. */
  counts: boolean;
  comesTo: number;
}

const scopeOf = (award: Standing, cap: CapTerm): string => (cap.within === 'round' ? award.round : award.programme);
const isParty = (award: Standing, { counting }: CapTerm, body: string): boolean => award.lead === body || (counting === 'partners' && award.partners.has(body));

/**
 * No body is part of more awards, or of more money, than the cap allows under which an award was decided. Members of joint bodies are not
 * looked at here, and an award that was withdrawn is not counted: what is counted here is what must be counted at the least.
 */
export function caps(): Watch {
  const awards = new Map<string, Standing>();
  /** What a body has already under a cap. */
  const countedFor = (of: Standing, cap: CapTerm, body: string): number => {
    let sum = 0;
    for (const award of awards.values()) {
      const same = award.counts ? award.caps.find((each) => each.kind === cap.kind && each.within === cap.within) : undefined;
      if (same && scopeOf(award, same) === scopeOf(of, cap) && isParty(award, same, body)) sum += cap.kind === 'awards' ? 1 : award.comesTo;
    }
    return sum;
  };
  const over = (ref: string, bodies: readonly string[], kinds: readonly string[]): string | undefined => {
    const award = awards.get(ref);
    for (const cap of award?.counts === true ? award.caps.filter(({ kind }) => kinds.includes(kind)) : []) {
      const most = cap.kind === 'awards' ? cap.most : cap.most.minor;
      const body = award && bodies.find((each) => isParty(award, cap, each) && countedFor(award, cap, each) > most);
      if (body !== undefined) return `${ref} brings ${body} above its cap of ${most} ${cap.kind} in the ${cap.within}`;
    }
    return undefined;
  };

  return ({ ref, is }) => {
    const recommended = is(awardEvents.AwardRecommended);
    if (recommended) {
      const { programme, budget, caps: terms = [], recipient, partners } = recommended;
      awards.set(ref, {
        programme, round: budget.round, caps: terms, lead: recipient, partners: new Set(partners.map(({ organisation }) => organisation)), counts: false,
        comesTo: 0,
      });
    }
    const award = awards.get(ref);
    if (!award) return undefined;
    const approved = is(awardEvents.AwardApproved);
    if (approved) {
      award.counts = true;
      award.comesTo = approved.ceiling.minor;
      return over(ref, [award.lead, ...award.partners], ['awards', 'money']);
    }
    const signed = is(awardEvents.AgreementSigned);
    if (signed) award.comesTo = Math.min(award.comesTo, signed.amount.minor);
    const confirmed = is(awardEvents.TrancheConfirmed);
    if (confirmed) {
      award.comesTo += confirmed.amount.minor;
      return over(ref, [award.lead, ...award.partners], ['money']);
    }
    const handed = is(awardEvents.LeadTransferred);
    if (handed) {
      award.lead = handed.recipient;
      award.partners.delete(handed.recipient);
      return over(ref, [award.lead], ['awards', 'money']);
    }
    const [joined, left] = [is(awardEvents.PartnerAdded), is(awardEvents.PartnerLeft)];
    if (left) award.partners.delete(left.organisation);
    if (joined) {
      award.partners.add(joined.organisation);
      return over(ref, [joined.organisation], ['awards', 'money']);
    }
    if (is(awardEvents.OfferLapsed) ?? is(awardEvents.AwardWithdrawn)) award.counts = false;
    if (is(awardEvents.AwardClosed)) award.comesTo = 0;
    return undefined;
  };
}

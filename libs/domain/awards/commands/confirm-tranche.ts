import { count, decide, exceeds, isRefusal, money, present, reference, refuse, showDate, showMoney, type AwardRef, type Money } from '#kernel';
import { assessment, assessorsOf } from '#domain/assessments';
import { interestRefusals, interests } from '#domain/programmes';
import { moneyLeft } from '#domain/limits';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { award } from '../award.js';
import { countedOf } from '../counted-bodies.js';
import { authorityMustCommit, authorityMustReach, committingRefusals, reachRefusals, useAuthority } from '../policies/authority-must-reach.js';
import { readLinked } from '../policies/authority-used.js';
import { readAuthority, shown } from '../policies/authority.js';
import { capRefusals, countForCaps, readCapsOf } from '../policies/caps-of-bodies.js';
import { readFund, termsRefusals, useFund } from '../policies/held-by-terms.js';
import { bodyCeilingRefusals, bodyMustStayWithin } from '../policies/terms-of-the-round.js';
import { conditionalRefusals, trancheMustBeConditional } from '../policies/tranche-must-be-conditional.js';
import { TrancheConfirmed } from '../tranche.events.js';

export class ConfirmTranche {
  @reference('AW', 'Award') award!: AwardRef;
  @count('Number of the part', { min: 1 }) number!: number;
  @money('Amount', { hint: 'What was named, or less' }) amount!: Money;
  @authorityClaimed authority!: AuthorityClaimed;
}

export const confirmTranche = decide(award, ConfirmTranche, {
  summary: 'Confirm a later year that was named for an award, for what was named or less: from now on it is committed.',
  permission: 'award:approve',
  ref: ({ award: ref }) => ref,
  facts: async (read, { authority, number }, state, { on }) => {
    const approved = present(state);
    const { terms, tranches } = approved;
    return {
      authority: await readAuthority(read, authority, on),
      interests: await read.ifAny(interests, terms.budget.round),
      assessment: await read.ifAny(assessment, terms.budget.round),
      linked: await readLinked(read, terms),
      caps: await readCapsOf(read, terms, countedOf(approved)),
      fund: await readFund(read, tranches.find((each) => each.number === number)?.line ?? terms.budget),
    };
  },
  refusals: {
    'award-is-not-approved': 'This award is {stage}. A later year is confirmed once the award is approved, and while it goes on',
    ...conditionalRefusals,
    'lapsed-on': 'It could be confirmed up to {lapsesOn}, and that day is past. Name it again, or let it lapse',
    'more-than-named': '{named} was named, so {amount} cannot be confirmed',
    ...bodyCeilingRefusals,
    ...committingRefusals,
    ...reachRefusals,
    ...capRefusals,
    'other-fund-is-too-small': termsRefusals['other-fund-is-too-small'],
    ...interestRefusals,
    'approver-recommended-it': 'You recommended this award, so someone else must confirm its later years',
    'approver-assessed-it': 'You scored the application for this award, so someone else must confirm its later years',
  },
  apart: {
    'interest-bars-the-round': ({ facts }) => facts.interests.state.barred,
    'approver-recommended-it': ({ state }) => present(state).terms.recommendedBy,
    'approver-assessed-it': ({ state, facts }) => assessorsOf(facts.assessment.state, present(state).terms.application),
  },
  rule(state, { award: ref, number, amount }, { on, facts: { authority: claimed, linked, caps, fund } }) {
    if (state.stage !== 'approved' && state.stage !== 'offered' && state.stage !== 'agreed') return refuse('award-is-not-approved', { stage: state.stage });
    const tranche = trancheMustBeConditional(state.tranches, number);
    if (isRefusal(tranche)) return tranche;
    const { lapsesOn } = tranche;
    if (lapsesOn && on > lapsesOn) return refuse('lapsed-on', { lapsesOn: showDate(lapsesOn) });
    if (exceeds(amount, tranche.amount)) return refuse('more-than-named', { named: showMoney(tranche.amount), amount: showMoney(amount) });
    const overBody = bodyMustStayWithin(state.terms.roundTerms, { name: state.terms.recipientName, linked }, amount);
    if (overBody) return overBody;
    const authority = authorityMustCommit(claimed, ref, on);
    if (isRefusal(authority)) return authority;
    const outOfReach = authorityMustReach(authority, moneyLeft(linked, 'approved'), amount);
    if (outOfReach) return outOfReach;
    const counted = countForCaps(caps, { awards: 0, money: amount }, ref);
    if (isRefusal(counted)) return counted;
    const countsAs = state.stage === 'agreed' ? 'agreed' : 'approved';
    const used = useFund(fund, tranche, amount, ref, countsAs);
    if (isRefusal(used)) return used;

    const { recipient, recipientName } = state.terms;
    return [
      TrancheConfirmed({ recipient, recipientName, number, line: tranche.line, named: tranche.amount, amount, countsAs, ...shown(authority) }),
      ...useAuthority(authority, linked, state.terms, amount, ref),
      ...counted,
      ...used,
    ];
  },
});

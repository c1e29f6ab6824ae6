import { decide, exceeds, isRefusal, money, count, optional, present, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { assessment, assessorsOf } from '#domain/assessments';
import { interestRefusals, interests } from '#domain/programmes';
import { awardLimit, days, limit, moneyLeft, moved, open, roundLimit } from '#domain/limits';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { nextNumber } from '../award-holdings.js';
import { AwardApproved } from '../award.events.js';
import { award } from '../award.js';
import { authorityMustCommit, authorityMustReach, committingRefusals, reachRefusals, useAuthority, verbOf } from '../policies/authority-must-reach.js';
import { readLinked } from '../policies/authority-used.js';
import { readAuthority, shown } from '../policies/authority.js';
import { readBeforeApproval, termsRefusals, useTerms } from '../policies/held-by-terms.js';
import { laterYears } from '../policies/later-years.js';
import { bearersOf, partsOf } from '../policies/lines-of-award.js';
import { ceilingMustFitTheRound, costRefusals, mustLieBetweenTheBounds, roundTermsRefusals, supportMustFit, supportRefusals } from '../policies/terms-of-the-round.js';

export class ApproveAward {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Ceiling', { orNil: true, hint: 'The most that may be agreed with the recipient; £0.00 where the scheme gives no money' }) ceiling!: Money;
  @authorityClaimed authority!: AuthorityClaimed;
  @optional(days('Days of an expert’s help')) days?: number;
  @optional(count('Places', { min: 1, max: 1_000 })) places?: number;
}

const { 'below-the-bound': below, 'above-the-bound': above } = costRefusals;

export const approveAward = decide(award, ApproveAward, {
  summary: 'Approve a recommended award up to a ceiling, by a body’s decision or under its delegation.',
  permission: 'award:approve',
  ref: ({ award: ref }) => ref,
  facts: async (read, { authority }, state, { on }) => {
    const { terms } = present(state);
    const { round } = terms.budget;
    return {
      authority: await readAuthority(read, authority, on),
      assessment: await read.ifAny(assessment, round),
      interests: await read.ifAny(interests, round),
      linked: await readLinked(read, terms),
      round: await read(limit, roundLimit(round)),
      byTerms: await readBeforeApproval(read, terms),
    };
  },
  refusals: {
    'award-is-not-recommended': 'This award is {stage}, so it is not waiting for approval',
    ...committingRefusals,
    'over-programme-ceiling': 'No award of this programme may exceed {ceiling}',
    ...roundTermsRefusals,
    'below-the-bound': below,
    'above-the-bound': above,
    ...supportRefusals,
    ...reachRefusals,
    'round-is-too-small': 'The round has {left} left and this approval needs {needed}',
    ...termsRefusals,
    ...interestRefusals,
    'approver-recommended-it': 'You recommended this award, so someone else must approve it',
    'approver-assessed-it': 'You scored the application for this award, so someone else must approve it',
  },
  apart: {
    'interest-bars-the-round': ({ facts }) => facts.interests.state.barred,
    'approver-recommended-it': ({ state }) => present(state).terms.recommendedBy,
    'approver-assessed-it': ({ state, facts }) => assessorsOf(facts.assessment.state, present(state).terms.application),
  },
  rule(state, { award: ref, ceiling, days: given, places }, { on, facts: { authority: claimed, linked, round, byTerms } }) {
    if (state.stage !== 'recommended') return refuse('award-is-not-recommended', { stage: state.stage });
    const { terms, tranches } = state;
    const authority = authorityMustCommit(claimed, ref, on);
    if (isRefusal(authority)) return authority;
    if (exceeds(ceiling, terms.awardCeiling)) return refuse('over-programme-ceiling', { ceiling: showMoney(terms.awardCeiling) });
    const unfit = ceilingMustFitTheRound(terms, ceiling, linked) ?? mustLieBetweenTheBounds(terms.roundTerms, ceiling) ?? supportMustFit(terms, given, places);
    if (unfit) return unfit;
    const outOfReach = authorityMustReach(authority, moneyLeft(linked, 'approved'), ceiling);
    if (outOfReach) return outOfReach;
    const bearers = bearersOf(terms);
    const { first, others } = partsOf(ceiling, bearers);
    const left = moneyLeft(round, 'allocated');
    if (exceeds(first, left)) return refuse('round-is-too-small', { left: showMoney(left), needed: showMoney(first) });
    const parts = others.map((part, i) => ({ number: nextNumber(tranches) + i, line: bearers.others[i]?.line ?? terms.budget, ceiling: part }));
    const used = useTerms(byTerms, { award: ref, terms, ceiling, days: given, parts });
    if (isRefusal(used)) return used;

    const { programme, title, budget, recipient, recipientName } = terms;
    const byItsTerms = {
      ...(given === undefined ? {} : { days: given }), ...(places === undefined ? {} : { places }), ...(terms.capacity ? { place: true } : {}),
      ...(terms.caps ? { counted: byTerms.counted } : {}), ...(parts.length > 0 ? { otherLines: parts } : {}),
    };
    return [
      AwardApproved({ programme, title, budget, recipient, recipientName, ceiling, verb: verbOf(authority), ...shown(authority), ...byItsTerms }),
      ...laterYears(terms, nextNumber(tranches) + parts.length),
      ...useAuthority(authority, linked, terms, ceiling, ref),
      ...moved(round, 'allocated', 'approved', first, ref),
      open(awardLimit(ref), `award ${ref}`, 'approved', first),
      ...used,
    ];
  },
});

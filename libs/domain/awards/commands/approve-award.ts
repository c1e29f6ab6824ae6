import { decide, exceeds, money, plus, present, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { assessment, assessorsOf } from '#domain/assessments';
import { verbField, verbsThatCommit } from '#domain/decisions';
import { interestRefusals, interests } from '#domain/programmes';
import { awardLimit, limit, moneyLeft, move, open, roundLimit } from '#domain/limits';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { AwardApproved } from '../award.events.js';
import { award } from '../award.js';
import { link, readLinked } from '../policies/authority-used.js';
import { readAuthority, shown } from '../policies/authority.js';
import { decisionMustCarryThis, decisionRefusals } from '../policies/decision-must-carry-this.js';
import { delegationRefusals, refuseDelegation } from '../policies/delegation-must-be-in-force.js';
import { ceilingMustFitTheRound, roundTermsRefusals } from '../policies/terms-of-the-round.js';

export class ApproveAward {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Ceiling', { hint: 'The most that may be agreed with the recipient' }) ceiling!: Money;
  @authorityClaimed authority!: AuthorityClaimed;
}

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
    };
  },
  refusals: {
    'award-is-not-recommended': 'This award is {stage}, so it is not waiting for approval',
    ...decisionRefusals,
    'verb-does-not-commit': '{body} {verb} this award, which commits no money. It must approve, confirm or agree',
    ...delegationRefusals,
    'over-programme-ceiling': 'No award of this programme may exceed {ceiling}',
    ...roundTermsRefusals,
    'over-delegated-limit': '{body} may approve up to {limit} for one recipient in a round. {counted} is approved there already and this is {needed}',
    'delegation-is-used-up': '{body} has {left} of its delegation left and this approval needs {needed}',
    'round-is-too-small': 'The round has {left} left and this approval needs {needed}',
    ...interestRefusals,
    'approver-recommended-it': 'You recommended this award, so someone else must approve it',
    'approver-assessed-it': 'You scored the application for this award, so someone else must approve it',
  },
  apart: {
    'interest-bars-the-round': ({ facts }) => facts.interests.state.barred,
    'approver-recommended-it': ({ state }) => present(state).terms.recommendedBy,
    'approver-assessed-it': ({ state, facts }) => assessorsOf(facts.assessment.state, present(state).terms.application),
  },
  rule(state, { award: ref, ceiling }, { on, facts: { authority, linked, round } }) {
    if (state.stage !== 'recommended') return refuse('award-is-not-recommended', { stage: state.stage });
    const { terms } = state;
    const misplaced = decisionMustCarryThis(authority, ref, on);
    if (misplaced) return misplaced;
    const verb = authority.kind === 'board' ? authority.verb : 'approved';
    if (authority.kind === 'board' && !verbsThatCommit.includes(verb)) {
      return refuse('verb-does-not-commit', { body: authority.decidedByName, verb: verbField.spec.show(verb) });
    }
    if (authority.kind === 'not-in-force') return refuseDelegation(authority.name, on);
    if (exceeds(ceiling, terms.awardCeiling)) return refuse('over-programme-ceiling', { ceiling: showMoney(terms.awardCeiling) });
    const unfit = ceilingMustFitTheRound(terms.roundTerms, ceiling);
    if (unfit) return unfit;
    const needed = showMoney(ceiling);
    if (authority.kind === 'delegated') {
      const { name: body, delegation, limit: remaining } = authority;
      const counted = moneyLeft(linked, 'approved');
      if (exceeds(plus(counted, ceiling), delegation.perAward)) {
        return refuse('over-delegated-limit', { body, limit: showMoney(delegation.perAward), counted: showMoney(counted), needed });
      }
      const left = moneyLeft(remaining, 'left');
      if (exceeds(ceiling, left)) return refuse('delegation-is-used-up', { body, left: showMoney(left), needed });
    }
    const left = moneyLeft(round, 'allocated');
    if (exceeds(ceiling, left)) return refuse('round-is-too-small', { left: showMoney(left), needed });

    const { programme, title, budget, recipient, recipientName } = terms;
    return [
      AwardApproved({ programme, title, budget, recipient, recipientName, ceiling, verb, ...shown(authority) }),
      ...(authority.kind === 'delegated' ? [move(authority.limit, 'left', 'used', ceiling, ref)] : []),
      link(linked, terms, ceiling, ref),
      move(round, 'allocated', 'approved', ceiling, ref),
      open(awardLimit(ref), `award ${ref}`, 'approved', ceiling),
    ];
  },
});

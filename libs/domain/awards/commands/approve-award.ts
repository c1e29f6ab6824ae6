import { decide, exceeds, money, present, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { interests, verbField, verbsThatCommit } from '#domain/decisions';
import { awardLimit, limit, moneyLeft, move, open, roundLimit } from '#domain/limits';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { AwardApproved } from '../award.events.js';
import { award } from '../award.js';
import { approverMustHaveNoInterest, interestRefusals } from '../policies/approver-must-have-no-interest.js';
import { readAuthority, shown } from '../policies/authority.js';
import { decisionMustBeAboutThisAward, decisionRefusals } from '../policies/decision-must-be-about-this-award.js';
import { delegationRefusals, refuseDelegation } from '../policies/delegation-must-be-in-force.js';

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
    const { round } = present(state).terms.budget;
    return {
      authority: await readAuthority(read, authority, on),
      interests: await read.ifAny(interests, round),
      round: await read(limit, roundLimit(round)),
    };
  },
  refusals: {
    'award-is-not-recommended': 'This award is {stage}, so it is not waiting for approval',
    ...interestRefusals,
    ...decisionRefusals,
    'verb-does-not-commit': '{body} {verb} this award, which commits no money. It must approve, confirm or agree',
    ...delegationRefusals,
    'over-programme-ceiling': 'No award of this programme may exceed {ceiling}',
    'over-delegated-limit': '{body} may approve up to {limit} for one award, and this is {needed}',
    'delegation-is-used-up': '{body} has {left} of its delegation left and this approval needs {needed}',
    'round-is-too-small': 'The round has {left} left and this approval needs {needed}',
    'approver-recommended-it': 'You recommended this award, so someone else must approve it',
  },
  apart: { 'approver-recommended-it': ({ state }) => [present(state).terms.recommendedBy] },
  rule(state, { award: ref, ceiling }, { actor, on, facts: { authority, interests: declared, round } }) {
    if (state.stage !== 'recommended') return refuse('award-is-not-recommended', { stage: state.stage });
    const { terms } = state;
    const barred = approverMustHaveNoInterest(declared.state, actor);
    if (barred) return barred;
    const misplaced = decisionMustBeAboutThisAward(authority, ref);
    if (misplaced) return misplaced;
    const verb = authority.kind === 'board' ? authority.verb : 'approved';
    if (authority.kind === 'board' && !verbsThatCommit.includes(verb)) {
      return refuse('verb-does-not-commit', { body: authority.decidedByName, verb: verbField.spec.show(verb) });
    }
    if (authority.kind === 'not-in-force') return refuseDelegation(authority.name, on);
    if (exceeds(ceiling, terms.awardCeiling)) return refuse('over-programme-ceiling', { ceiling: showMoney(terms.awardCeiling) });
    const needed = showMoney(ceiling);
    if (authority.kind === 'delegated') {
      const { name: body, delegation, limit: remaining } = authority;
      if (exceeds(ceiling, delegation.perAward)) return refuse('over-delegated-limit', { body, limit: showMoney(delegation.perAward), needed });
      const left = moneyLeft(remaining, 'left');
      if (exceeds(ceiling, left)) return refuse('delegation-is-used-up', { body, left: showMoney(left), needed });
    }
    const left = moneyLeft(round, 'allocated');
    if (exceeds(ceiling, left)) return refuse('round-is-too-small', { left: showMoney(left), needed });

    const { programme, title, budget, recipient, recipientName } = terms;
    return [
      AwardApproved({ programme, title, budget, recipient, recipientName, ceiling, verb, ...shown(authority) }),
      ...(authority.kind === 'delegated' ? [move(authority.limit, 'left', 'used', ceiling, ref)] : []),
      move(round, 'allocated', 'approved', ceiling, ref),
      open(awardLimit(ref), `award ${ref}`, 'approved', ceiling),
    ];
  },
});

import { decide, present, reference, refuse, text, type AwardRef } from '#kernel';
import { verbField } from '#domain/decisions';
import { interestRefusals, interests } from '#domain/programmes';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { AwardDeclined } from '../award.events.js';
import { award } from '../award.js';
import { readAuthority, shown } from '../policies/authority.js';
import { decisionMustCarryThis, decisionRefusals } from '../policies/decision-must-carry-this.js';
import { delegationRefusals, refuseDelegation } from '../policies/delegation-must-be-in-force.js';

export class DeclineAward {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Reason') reason!: string;
  @authorityClaimed authority!: AuthorityClaimed;
}

export const declineAward = decide(award, DeclineAward, {
  summary: 'Decline a recommended award, by a body’s decision or under its delegation.',
  permission: 'award:decline',
  ref: ({ award: ref }) => ref,
  facts: async (read, { authority }, state, { on }) => ({
    authority: await readAuthority(read, authority, on),
    interests: await read.ifAny(interests, present(state).terms.budget.round),
  }),
  refusals: {
    'award-is-not-recommended': 'This award is {stage}, so it is not waiting for a decision',
    ...decisionRefusals,
    'verb-does-not-decline': '{body} {verb} this award, which does not decline it',
    ...delegationRefusals,
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { award: ref, reason }, { on, facts: { authority } }) {
    if (state.stage !== 'recommended') return refuse('award-is-not-recommended', { stage: state.stage });
    const misplaced = decisionMustCarryThis(authority, ref, on);
    if (misplaced) return misplaced;
    if (authority.kind === 'board' && authority.verb !== 'declined') {
      return refuse('verb-does-not-decline', { body: authority.decidedByName, verb: verbField.spec.show(authority.verb) });
    }
    if (authority.kind === 'not-in-force') return refuseDelegation(authority.name, on);

    const { budget, recipient, recipientName } = state.terms;
    return [AwardDeclined({ budget, recipient, recipientName, reason, ...shown(authority) })];
  },
});

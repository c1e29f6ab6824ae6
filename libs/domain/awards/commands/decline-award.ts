import { decide, isRefusal, nil, present, reference, refuse, text, type AwardRef } from '#kernel';
import { interestRefusals, interests } from '#domain/programmes';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { AwardDeclined } from '../award.events.js';
import { award } from '../award.js';
import { authorityMustDecline, decliningRefusals } from '../policies/authority-must-decline.js';
import { readAuthority, shown } from '../policies/authority.js';
import { giveTermsBack, readHeldByTerms } from '../policies/held-by-terms.js';

export class DeclineAward {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Reason') reason!: string;
  @authorityClaimed authority!: AuthorityClaimed;
}

export const declineAward = decide(award, DeclineAward, {
  summary: 'Decline a recommended award, by a body’s decision or under its delegation.',
  permission: 'award:decline',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref, authority }, state, { on }) => ({
    authority: await readAuthority(read, authority, on),
    interests: await read.ifAny(interests, present(state).terms.budget.round),
    byTerms: await readHeldByTerms(read, ref, state),
  }),
  refusals: {
    'award-is-not-recommended': 'This award is {stage}, so it is not waiting for a decision',
    ...decliningRefusals,
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { award: ref, reason }, { on, facts }) {
    if (state.stage !== 'recommended') return refuse('award-is-not-recommended', { stage: state.stage });
    const authority = authorityMustDecline(facts.authority, ref, on);
    if (isRefusal(authority)) return authority;

    const { budget, recipient, recipientName } = state.terms;
    const { changes } = giveTermsBack(facts.byTerms, state, { bucket: 'approved', first: nil, because: `${ref} declined`, endedUnused: true });
    return [AwardDeclined({ budget, recipient, recipientName, reason, ...shown(authority) }), ...changes];
  },
});

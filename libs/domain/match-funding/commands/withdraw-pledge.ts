import { decide, isNil, minus, reference, refuse, text, type AwardRef, type OrganisationRef } from '#kernel';
import { PledgeWithdrawn } from '../match.events.js';
import { match, sourceOf } from '../match.js';

export class WithdrawPledge {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Source') source!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const withdrawPledge = decide(match, WithdrawPledge, {
  summary: 'Withdraw what a source pledged and has not yet shown.',
  permission: 'match:pledge',
  ref: ({ award: ref }) => ref,
  refusals: { 'nothing-is-outstanding': 'This source has no pledge that is still to be shown' },
  rule(state, { award: from, source, reason }) {
    const { name, pledged, evidenced } = sourceOf(state, source);
    const amount = minus(pledged, evidenced);
    if (isNil(amount)) return refuse('nothing-is-outstanding');

    return [PledgeWithdrawn({ award: from, source, sourceName: name, amount, reason })];
  },
});

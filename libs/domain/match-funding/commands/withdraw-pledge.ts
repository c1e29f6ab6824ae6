import { decide, isNil, minus, present, reference, refuse, text, type AwardRef, type OrganisationRef } from '#kernel';
import { award } from '#domain/awards';
import { ownBodyRefusals } from '#domain/organisations';
import { PledgeWithdrawn } from '../match.events.js';
import { match, sourceOf } from '../match.js';
import { mustActForTheAward } from '../policies/must-act-for-the-award.js';

export class WithdrawPledge {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Source') source!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const withdrawPledge = decide(match, WithdrawPledge, {
  summary: 'Withdraw what a source pledged and has not yet shown.',
  permission: 'match:pledge',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }) => ({ award: await read(award, ref) }),
  refusals: { ...ownBodyRefusals, 'nothing-is-outstanding': 'This source has no pledge that is still to be shown' },
  rule(state, { award: from, source, reason }, { actsFor, facts }) {
    const foreign = mustActForTheAward(actsFor, present(facts.award.state).terms, source);
    if (foreign) return foreign;
    const { name, pledged, evidenced } = sourceOf(state, source);
    const amount = minus(pledged, evidenced);
    if (isNil(amount)) return refuse('nothing-is-outstanding');

    return [PledgeWithdrawn({ award: from, source, sourceName: name, amount, reason })];
  },
});

import { count, decide, isRefusal, present, reference, text, type AwardRef } from '#kernel';
import { interestRefusals, interests } from '#domain/programmes';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { award } from '../award.js';
import { authorityMustDecline, decliningRefusals } from '../policies/authority-must-decline.js';
import { readAuthority, shown } from '../policies/authority.js';
import { conditionalRefusals, trancheMustBeConditional } from '../policies/tranche-must-be-conditional.js';
import { TrancheDeclined } from '../tranche.events.js';

export class DeclineTranche {
  @reference('AW', 'Award') award!: AwardRef;
  @count('Number of the part', { min: 1 }) number!: number;
  @text('Reason') reason!: string;
  @authorityClaimed authority!: AuthorityClaimed;
}

export const declineTranche = decide(award, DeclineTranche, {
  summary: 'Decline a later year that was named for an award; what is committed stays as it is.',
  permission: 'award:decline',
  ref: ({ award: ref }) => ref,
  facts: async (read, { authority }, state, { on }) => ({
    authority: await readAuthority(read, authority, on),
    interests: await read.ifAny(interests, present(state).terms.budget.round),
  }),
  refusals: { ...conditionalRefusals, ...decliningRefusals, ...interestRefusals },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { award: ref, number, reason }, { on, facts }) {
    const { terms: { recipient, recipientName }, tranches } = present(state);
    const tranche = trancheMustBeConditional(tranches, number);
    if (isRefusal(tranche)) return tranche;
    const authority = authorityMustDecline(facts.authority, ref, on);
    if (isRefusal(authority)) return authority;

    return [TrancheDeclined({ recipient, recipientName, number, line: tranche.line, named: tranche.amount, reason, ...shown(authority) })];
  },
});

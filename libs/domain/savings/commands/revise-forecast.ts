import { decide, exceeds, money, present, reference, refuse, showMoney, text, type Money, type SavingRef } from '#kernel';
import { ownBodyRefusals } from '#domain/organisations';
import { claimedInAll, expected } from '../buckets.js';
import { mustActForBearer, readBearer } from '../policies/bearer.js';
import { qualifier, type Qualifier } from '../saving-fields.js';
import { ForecastRevised } from '../saving.events.js';
import { saving } from '../saving.js';

export class ReviseForecast {
  @reference('SV', 'Saving') saving!: SavingRef;
  @money('Amount', { orNil: true, hint: 'All that is expected now, what is claimed already included' }) amount!: Money;
  @qualifier qualifier!: Qualifier;
  @text('Reason') reason!: string;
}

export const reviseForecast = decide(saving, ReviseForecast, {
  summary: 'Revise what is expected of a saving, up or down; the figure before it stays in the record.',
  permission: 'savings:forecast',
  ref: ({ saving: ref }) => ref,
  facts: async (read, _, state) => ({ award: await readBearer(read, present(state).about.award) }),
  refusals: {
    ...ownBodyRefusals,
    'forecast-is-the-same': '{before} is forecast already, with the same qualifier',
    'less-than-is-claimed': '{claimed} of this saving is claimed or validated already, so no less than that is expected',
  },
  rule(state, { amount, qualifier: qualified, reason }, { actor, actsFor, facts }) {
    const foreign = mustActForBearer(actsFor, facts.award);
    if (foreign) return foreign;
    const { about, qualifier: qualifierBefore, buckets } = present(state);
    const before = expected(buckets);
    if (before.minor === amount.minor && qualifierBefore === qualified) return refuse('forecast-is-the-same', { before: showMoney(before) });
    const claimed = claimedInAll(buckets);
    if (exceeds(claimed, amount)) return refuse('less-than-is-claimed', { claimed: showMoney(claimed) });

    return [ForecastRevised({ ...about, before, amount, qualifierBefore, qualifier: qualified, reason, revisedBy: actor })];
  },
});

import { decide, plus, present, reference, refuse, text, type AwardRef, type FieldValue } from '#kernel';
import { moneyLeft } from '#domain/limits';
import { withdrawnBy } from '../award-fields.js';
import { AwardWithdrawn } from '../award.events.js';
import { award } from '../award.js';
import { giveAllAuthorityBack, readAllHeld } from '../policies/authority-used.js';
import { giveTermsBack, isUnused, readHeldByTerms, underWayElsewhere } from '../policies/held-by-terms.js';
import { noPaymentMayBeUnderWay, paymentRefusals } from '../policies/no-payment-may-be-under-way.js';
import { release } from '../policies/release.js';

export class WithdrawAward {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Reason') reason!: string;
  @withdrawnBy withdrawnBy!: FieldValue<typeof withdrawnBy>;
}

export const withdrawAward = decide(award, WithdrawAward, {
  summary: 'Withdraw an award; what was not paid goes back to the round.',
  permission: 'award:withdraw',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }, state) => ({ ...(await readAllHeld(read, ref, state)), byTerms: await readHeldByTerms(read, ref, state) }),
  refusals: { 'award-has-ended': 'This award is {stage} already', ...paymentRefusals },
  rule(state, { award: ref, reason, withdrawnBy: by }, { facts }) {
    const { stage, terms } = present(state);
    if (stage === 'declined' || stage === 'lapsed' || stage === 'withdrawn' || stage === 'closed') return refuse('award-has-ended', { stage });
    const underWay = noPaymentMayBeUnderWay(facts.award, underWayElsewhere(facts.byTerms));
    if (underWay) return underWay;

    const { budget, recipient, recipientName } = terms;
    const bucket = stage === 'agreed' ? 'agreed' : 'approved';
    const because = `${ref} withdrawn`;
    const { released, returnedTo, changes } = release(facts, bucket, moneyLeft(facts.award, bucket), because);
    const byTerms = giveTermsBack(facts.byTerms, state, { bucket, first: released, because, endedUnused: isUnused(facts.byTerms, facts.award) });
    // What was signed was decided for good: only an approval that came to nothing gives authority back.
    const back = stage === 'agreed' ? [] : giveAllAuthorityBack(facts.used, plus(released, byTerms.released), because);
    return [
      AwardWithdrawn({ budget, recipient, recipientName, released, returnedTo, reason, withdrawnBy: by, stage, ...byTerms.said }),
      ...changes,
      ...back,
      ...byTerms.changes,
    ];
  },
});

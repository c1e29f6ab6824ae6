import { decide, present, reference, refuse, text, type AwardRef, type FieldValue } from '#kernel';
import { moneyLeft } from '#domain/limits';
import { withdrawnBy } from '../award-fields.js';
import { AwardWithdrawn } from '../award.events.js';
import { award } from '../award.js';
import { giveAuthorityBack, readAllHeld } from '../policies/authority-used.js';
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
  facts: (read, { award: ref }, state) => readAllHeld(read, ref, state),
  refusals: { 'award-has-ended': 'This award is {stage} already', ...paymentRefusals },
  rule(state, { award: ref, reason, withdrawnBy: by }, { facts }) {
    const { stage, terms } = present(state);
    if (stage === 'declined' || stage === 'lapsed' || stage === 'withdrawn' || stage === 'closed') return refuse('award-has-ended', { stage });
    const underWay = noPaymentMayBeUnderWay(facts.award);
    if (underWay) return underWay;

    const { budget, recipient, recipientName } = terms;
    const bucket = stage === 'agreed' ? 'agreed' : 'approved';
    const because = `${ref} withdrawn`;
    const { released, returnedTo, changes } = release(facts, bucket, moneyLeft(facts.award, bucket), because);
    // What was signed was decided for good: only an approval that came to nothing gives authority back.
    const back = stage === 'agreed' ? [] : giveAuthorityBack(facts.used, released, because);
    return [AwardWithdrawn({ budget, recipient, recipientName, released, returnedTo, reason, withdrawnBy: by, stage }), ...changes, ...back];
  },
});

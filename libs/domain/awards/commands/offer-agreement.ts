import { date, decide, nil, reference, refuse, showDate, text, type AwardRef, type IsoDate } from '#kernel';
import { AgreementOffered } from '../award.events.js';
import { givesMoney } from '../award-holdings.js';
import { award } from '../award.js';
import { approvalRefusals, refuseUnapproved } from '../policies/award-must-be-approved.js';

export class OfferAgreement {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Document') document!: string;
  @date('Accept by', { hint: 'The last day on which it may be signed' }) acceptBy!: IsoDate;
}

export const offerAgreement = decide(award, OfferAgreement, {
  summary: 'Offer the agreement for the agreed amount, to be signed by a date.',
  permission: 'agreement:offer',
  ref: ({ award: ref }) => ref,
  refusals: {
    ...approvalRefusals,
    'no-amount-is-agreed': 'No amount is agreed with {recipient} yet. Propose one and record that it was agreed',
    'acceptance-date-is-past': 'The agreement could not be signed by {acceptBy}, which is past',
  },
  rule(state, { document, acceptBy }, { on }) {
    if (state.stage !== 'approved') return refuseUnapproved(state.stage);
    const { terms } = state;
    // Where no money is given, there is none to negotiate.
    const settled = state.settled ?? (givesMoney(terms) ? undefined : nil);
    const { budget, recipient, recipientName, instrument } = terms;
    if (!settled) return refuse('no-amount-is-agreed', { recipient: recipientName });
    if (acceptBy < on) return refuse('acceptance-date-is-past', { acceptBy: showDate(acceptBy) });

    return [AgreementOffered({ budget, recipient, recipientName, instrument, amount: settled, document, acceptBy })];
  },
});

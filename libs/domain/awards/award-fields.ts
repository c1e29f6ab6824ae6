import { choice, code, money, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';

/** What a body was asked to do with an award. Only the first three can commit money. */
export const ask = choice('Asked to', { approve: 'approve', confirm: 'confirm', agree: 'agree', note: 'note', support: 'support', endorse: 'endorse' });

/** Where released money went: a closed round hands it on to its fund. */
export const returnedTo = choice('Returned to', { round: 'the round', fund: 'the fund' });

/** Names as they stood, and the budget line, on every money event: a ledger is derived from events alone. */
export const about = { recipient: reference('OR', 'Recipient'), recipientName: text('Name of the recipient'), budget: budgetLine };

/** Who decided, as minutes name it; who recorded it is the event's actor. */
export const decider = { decidedBy: code('Deciding body'), decidedByName: text('Name of the deciding body') };

/** Money given back to where it was reserved; nil when everything was used. */
export const release = { released: money('Released', { orNil: true }), returnedTo };

export const withdrawnBy = choice('Withdrawn by', { recipient: 'the recipient', funder: 'the funder' });
export const stageWhenWithdrawn = choice('Stage when withdrawn', { recommended: 'recommended', approved: 'approved', offered: 'offered', agreed: 'agreed' });

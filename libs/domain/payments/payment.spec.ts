import { toDate, toPerson, type NewEvent } from '#kernel';
import { PaymentCancelled, SettlementCorrected } from './payment.events.js';
import { payment } from './payment.js';
import { about as terms, authorised, failed, firstPayment, released, returned, settled } from './testing/index.js';

const about = { ref: firstPayment, version: 1, on: toDate('2012-09-01'), by: 'person:treasurer' };
const fold = (...events: readonly NewEvent[]) => events.reduce((state, event) => payment.evolve(state, event, about), payment.initial);
const cancelled = PaymentCancelled({ ...terms, reason: 'The project stopped', returnedTo: 'award' });
const corrected = SettlementCorrected({ ...terms, corrects: firstPayment, bankReference: 'BACS 0815', reason: 'Another payment', correctedBy: toPerson('finance') });

describe('a payment', () => {
  it('may fail, be released again, settle, come back and be cancelled', () => {
    expect(fold(authorised, released, failed, released, settled, returned, cancelled)).toEqual({ stage: 'cancelled', about: terms, authorisedBy: ['person:payments'] });
  });

  it('is with the bank again when its settlement was a mistake, as if it had never been recorded', () => {
    expect(fold(authorised, released, settled, corrected)).toEqual(fold(authorised, released));
  });

  it.each<[string, readonly NewEvent[]]>([
    ['released before it is authorised', [released]],
    ['settled before it is released', [authorised, settled]],
    ['settled twice', [authorised, released, settled, settled]],
    ['failed after it is settled', [authorised, released, settled, failed]],
    ['corrected before it is settled', [authorised, released, corrected]],
    ['returned before it is settled', [authorised, released, returned]],
    ['cancelled while it is with the bank', [authorised, released, cancelled]],
    ['released after it is cancelled', [authorised, cancelled, released]],
  ])('is never %s: such a history is a bug', (_, history) => {
    expect(() => fold(...history)).toThrow(/cannot do what only/);
  });
});

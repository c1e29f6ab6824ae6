import { authorisePayment } from './commands/authorise-payment.js';
import { cancelPayment } from './commands/cancel-payment.js';
import { correctSettlement } from './commands/correct-settlement.js';
import { failPayment } from './commands/fail-payment.js';
import { releasePayment } from './commands/release-payment.js';
import { returnPayment } from './commands/return-payment.js';
import { settlePayment } from './commands/settle-payment.js';

export * as paymentEvents from './payment.events.js';
export { payment, type PaymentState } from './payment.js';
export const paymentCommands = [authorisePayment, releasePayment, settlePayment, failPayment, returnPayment, cancelPayment, correctSettlement] as const;

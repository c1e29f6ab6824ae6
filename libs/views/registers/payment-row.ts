/** A payment as lists show it. Pence. */
export interface PaymentRow {
  readonly reference: string;
  readonly award: string;
  readonly payee: string;
  readonly payeeName: string;
  readonly stage: string;
  readonly amountMinor: number;
  readonly authorisedOn: string;
  readonly authorisedBy: string;
  readonly releasedBy: string | null;
  readonly settledOn: string | null;
  readonly bankReference: string | null;
  readonly reason: string | null;
}

export const paymentRow = [
  'reference', 'award', 'payee', 'payee_name as payeeName', 'stage', 'amount_minor as amountMinor', 'authorised_on as authorisedOn', 'authorised_by as authorisedBy',
  'released_by as releasedBy', 'settled_on as settledOn', 'bank_reference as bankReference', 'reason',
] as const;

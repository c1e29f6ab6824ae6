import { code, date, list, money, optional, text, type FieldValue } from '#kernel';

/** Parts of a project in their order. A phase is open to an award once the outputs that it needs were accepted. */
export const phases = list(
  'Phases',
  {
    code: code('Phase', { hint: 'A short code without spaces, like survey' }),
    name: text('Name'),
    payable: optional(money('Payable in this phase, for each award', { orNil: true })),
    from: optional(date('Not before')),
    until: optional(date('Ends')),
    needs: optional(list('Outputs that open it', { output: code('Output', { hint: 'A short code without spaces, like survey-report' }), name: text('Name') }, '{name}', { min: 1, max: 10 })),
  },
  '{name}',
  { min: 1, max: 12 },
);
export type Phase = FieldValue<typeof phases>[number];

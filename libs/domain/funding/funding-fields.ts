import { choice, code, reference, text, type FieldValue } from '#kernel';

/** Whose money it is and for which programme, on every event: what a funder gave is added up by both. */
export const about = {
  funding: reference('FN', 'Funding'),
  programme: code('Programme'),
  funder: reference('OR', 'Funder'),
  funderName: text('Name of the funder'),
};

/** Money that the funder keeps is never spent by us, so it is claimed from nobody. */
export const heldBy = choice('Held by', { us: 'us, and claimed back as we spend it', funder: 'the funder, who spends it' });
export type HeldBy = FieldValue<typeof heldBy>;

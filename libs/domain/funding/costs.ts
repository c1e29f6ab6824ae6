import { stream, type OrganisationRef } from '#kernel';
import * as events from './costs.events.js';

/** Who bears which costs of a programme in our place. */
export interface CostsState {
  readonly bearers: readonly { readonly organisation: OrganisationRef; readonly what: string }[];
}

export const costs = stream('costs', { noun: 'costs of programme', events, initial: { bearers: [] } as CostsState }).evolvedBy({
  CostBearerRecorded: ({ bearers }, { organisation, what }) => ({ bearers: [...bearers, { organisation, what }] }),
});

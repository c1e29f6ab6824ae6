import { stream, type OrganisationRef } from '#kernel';
import type { IdentifierRegister } from './identifier-register.js';
import * as events from './identifier.events.js';

/** One identifier of one register, whoever has it: a stream of its own, so that no two bodies can take it at once. */
export type IdentifierState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'free' }
  | { readonly stage: 'taken'; readonly organisation: OrganisationRef; readonly name: string };

export const identifierRef = (register: IdentifierRegister, written: string): string => `${register}.${written}`;

export const identifier = stream('identifier', { events, initial: { stage: 'absent' } as IdentifierState }).evolvedBy({
  IdentifierTaken(state, { organisation, name }) {
    if (state.stage === 'taken') throw new Error(`An identifier of ${state.name} cannot be that of ${name} too`);
    return { stage: 'taken', organisation, name };
  },
  IdentifierFreed: () => ({ stage: 'free' }),
});

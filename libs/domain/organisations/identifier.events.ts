/** Stored. Change only through identifier.history.ts. */
import { event, reference, text } from '#kernel';

const whose = { organisation: reference('OR', 'Organisation'), name: text('Name') };

export const IdentifierTaken = event('IdentifierTaken', { fields: whose, sentence: 'The identifier is that of {name} ({organisation})' });

/** It may be given to another body: a register corrected itself, or somebody had mistyped it. */
export const IdentifierFreed = event('IdentifierFreed', { fields: whose, sentence: 'The identifier is that of {name} ({organisation}) no longer' });

import { event } from './event.js';
import { text } from './fields.js';
import { stream } from './stream.js';

/** A reference was handed out. Stored. */
export const ReferenceIssued = event('ReferenceIssued', {
  fields: { reference: text('Reference') },
  sentence: 'Reference {reference} was issued',
});

/** Hands out references of one kind in one year, so that two callers never get the same one. */
export const numbers = stream('numbers', {
  noun: 'register of references',
  events: { ReferenceIssued },
  initial: 0,
}).evolvedBy({ ReferenceIssued: (issued) => issued + 1 });

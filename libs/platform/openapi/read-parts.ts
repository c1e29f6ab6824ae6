import type { Part } from './parts.js';

/** Reading a document of which nothing is known: what is not there is empty. */
export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
export const part = (value: unknown): Part => (isPart(value) ? value : {});
export const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.map(part) : []);

/** What a reference leads to; anything else as it is. */
export function resolved(value: Part, document: Part): Part {
  const { $ref } = value;
  return typeof $ref === 'string' ? $ref.slice(2).split('/').reduce<Part>((found, key) => part(found[key]), document) : value;
}

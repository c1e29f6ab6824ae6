import { StoreFault } from './port.js';

/**
 * `category-id`. The category ends at the first '-', because KurrentDB splits there, so it has none itself.
 * The alphabet keeps names free of anything that JSON, SQL or an address would have to escape.
 */
const form = /^[a-z]+-[A-Za-z0-9:_.-]{1,200}$/;

export const isStreamName = (name: string): boolean => form.test(name);

export function mustBeStreamName(name: string): void {
  if (!isStreamName(name)) {
    throw new StoreFault('invalid', `"${name}" is not a stream name: write category-id, as in award-AW-2012-004 (letters, digits, : _ . - in the id)`);
  }
}

/** `award` of `award-AW-2012-004`. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

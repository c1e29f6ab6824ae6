/** How much of a stored record a value takes, in bytes; a record has 256 KB, and a round begins with its terms and its form in one. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, in letters that fit an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
/** What is kept of a secret. It is long and random, so a plain hash gives nothing away. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

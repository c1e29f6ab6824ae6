import type { AnyStream, Reactions } from '#kernel';
import type { Posting } from '../posting.js';

/** One posting rule per event: what it debits and credits. */
export type PostingRules<Streams extends readonly AnyStream[]> = Reactions<Streams, readonly Posting[], []>;

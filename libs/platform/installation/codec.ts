import type { AnyStream } from '#kernel';
import { createCodec, type Codec, type Upcast } from '#platform/event-store';

/** The codec of everything that is declared: an event of a newer schema than ours is refused, not misread. */
export function codecFor(streams: readonly AnyStream[], upcasts: readonly Upcast[] = []): Codec {
  const current = streams.flatMap(({ events }) => Object.values(events).map(({ type, schema }) => [type, schema] as const));
  return createCodec(upcasts, Object.fromEntries(current));
}

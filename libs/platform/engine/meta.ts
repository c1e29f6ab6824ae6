import type { Deliberation } from '#kernel';
import type { RunContext } from './outcome.js';

/**
 * Flat strings on every adapter. `facts` is the evidence of what was read: each stream at its version. A demonstration bears no
 * `traceparent`: whoever plays the same book comes to the same bytes, traced or not (0901).
 */
export function metaOf(name: string, { reads, acting }: Deliberation, context: RunContext, commandId: string, content: Readonly<Record<string, string>> | undefined, kind: 'demonstration' | 'live'): Readonly<Record<string, string>> {
  return {
    actor: context.actor,
    role: context.role,
    ...(acting.onBehalfOf ? { onBehalfOf: acting.onBehalfOf } : {}),
    ...(acting.actsFor ? { actsFor: acting.actsFor } : {}),
    ...(context.token === undefined ? {} : { token: String(context.token) }),
    command: name,
    facts: [...reads].map(([stream, version]) => `${stream}@${version}`).join(' '),
    $correlationId: context.correlation ?? commandId,
    $causationId: context.causation ?? commandId,
    ...(context.traceparent === undefined || kind === 'demonstration' ? {} : { traceparent: context.traceparent }),
    ...(content ? { content: Object.entries(content).map(([field, digest]) => `${field}=${digest}`).join(' ') } : {}),
  };
}

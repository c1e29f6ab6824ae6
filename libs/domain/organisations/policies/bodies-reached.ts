import { present, type OrganisationRef, type ReadFact } from '#kernel';
import type { NamedBody } from '../named-body.js';
import { organisation, type OrganisationState } from '../organisation.js';

type Registered = Exclude<OrganisationState, { readonly stage: 'absent' }>;

/**
 * Bodies, and all that are reached from them step by step: successors of successors, members of members. Every stream on the way is
 * read, so a step that somebody takes meanwhile makes the command be decided again, and no circle closes behind its back.
 */
export async function bodiesReached(read: ReadFact, first: readonly OrganisationRef[], next: (state: Registered) => readonly NamedBody[]): Promise<readonly NamedBody[]> {
  const reached = new Map<OrganisationRef, NamedBody>();
  const waiting = [...first];
  for (let ref = waiting.shift(); ref !== undefined; ref = waiting.shift()) {
    if (reached.has(ref)) continue;
    const state = present((await read(organisation, ref)).state);
    reached.set(ref, { organisation: ref, name: state.name });
    waiting.push(...next(state).map((each) => each.organisation));
  }
  return [...reached.values()];
}

/** Those that were named themselves, which are the first that are reached. */
export const namedAmong = (reached: readonly NamedBody[], named: readonly { readonly organisation: OrganisationRef }[]): readonly NamedBody[] =>
  named.flatMap(({ organisation: ref }) => reached.find((each) => each.organisation === ref) ?? []);

/** A body that is named twice. */
export const namedTwice = (named: readonly NamedBody[]): NamedBody | undefined => named.find((each, i) => named.findIndex((other) => other.organisation === each.organisation) < i);

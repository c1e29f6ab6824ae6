import type { OrganisationRef, ReadFact } from '#kernel';
import type { NamedBody } from '../named-body.js';
import { organisation } from '../organisation.js';

/** All who make up a joint body, members of its members among them; none of a body that is no joint one. Read as they are today. */
export async function membersOf(read: ReadFact, joint: OrganisationRef): Promise<readonly NamedBody[]> {
  const found = new Map<OrganisationRef, NamedBody>();
  const waiting = [joint];
  for (let ref = waiting.shift(); ref !== undefined; ref = waiting.shift()) {
    const { state } = await read.ifAny(organisation, ref);
    const further = state.stage === 'absent' ? [] : state.members.filter((each) => each.organisation !== joint && !found.has(each.organisation));
    for (const each of further) found.set(each.organisation, each);
    waiting.push(...further.map((each) => each.organisation));
  }
  return [...found.values()];
}

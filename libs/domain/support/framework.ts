import { added, keeping, kept, noRoll, nothingKeyed, stream, without, type Code, type Keyed, type Money, type OrganisationRef, type Roll } from '#kernel';
import * as events from './framework.events.js';

interface Known {
  readonly programme: Code;
  readonly name: string;
}
interface InUse extends Known {
  readonly charge: Money;
  /** Members by reference, each with its name when it joined. */
  readonly members: Keyed<string>;
  readonly callOffs: Roll<OrganisationRef>;
}
/** What others buy from together; bodies join it, or call off from it. */
export type FrameworkState = { readonly stage: 'absent' } | (Known & { readonly stage: 'planned' }) | (InUse & { readonly stage: 'launched' });

/** Second pair of eyes for `evolve`: the rules refuse first, so this throws. */
function mustBeLaunched(state: FrameworkState): InUse & { readonly stage: 'launched' } {
  if (state.stage !== 'launched') throw new Error(`A framework that is ${state.stage} has no members`);
  return state;
}

export const framework = stream('framework', { events, initial: { stage: 'absent' } as FrameworkState }).evolvedBy({
  FrameworkPlanned: (_, { programme, name }) => ({ stage: 'planned', programme, name }),
  FrameworkLaunched: (_, { programme, name, charge }) => ({ stage: 'launched', programme, name, charge, members: nothingKeyed, callOffs: noRoll }),
  FrameworkJoined(state, { organisation, organisationName }) {
    const before = mustBeLaunched(state);
    return { ...before, members: keeping(before.members, organisation, organisationName) };
  },
  FrameworkLeft(state, { organisation }) {
    const before = mustBeLaunched(state);
    return { ...before, members: without(before.members, organisation) };
  },
  CallOffMade(state, { organisation }) {
    const before = mustBeLaunched(state);
    return { ...before, callOffs: added(before.callOffs, organisation) };
  },
  OutcomePerPersonReported: (state) => state,
});

export const isMember = ({ members }: Pick<InUse, 'members'>, organisation: OrganisationRef): boolean => kept(members, organisation) !== undefined;

import { present, stream, type IsoDate, type Money } from '#kernel';
import type { BodyKind } from './body-kind.js';
import * as events from './body.events.js';

export interface Delegation {
  readonly number: number;
  readonly perAward: Money;
  readonly total: Money;
  readonly startsOn: IsoDate;
  /** The last day on which it is in force. */
  readonly endsOn?: IsoDate | undefined;
}
export type BodyState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'registered'; readonly name: string; readonly kind: BodyKind; readonly delegations: readonly Delegation[] };

export const body = stream('body', { events, initial: { stage: 'absent' } as BodyState }).evolvedBy({
  BodyRegistered: (_, { name, kind }) => ({ stage: 'registered', name, kind, delegations: [] }),
  AuthorityDelegated(state, { number, perAward, total, startsOn, endsOn }) {
    const before = present(state);
    return { ...before, delegations: [...before.delegations, { number, perAward, total, startsOn, endsOn }] };
  },
  DelegationEnded(state, { number, endsOn }) {
    const before = present(state);
    return { ...before, delegations: before.delegations.map((each) => (each.number === number ? { ...each, endsOn } : each)) };
  },
});

const lastOf = ({ endsOn }: Pick<Delegation, 'endsOn'>): string => endsOn ?? '9999-12-31';

/** Whether two delegations share a day. A body has one delegation at a time, so that its limits are never in doubt. */
export const overlap = (a: Pick<Delegation, 'startsOn' | 'endsOn'>, b: Pick<Delegation, 'startsOn' | 'endsOn'>): boolean =>
  a.startsOn <= lastOf(b) && b.startsOn <= lastOf(a);

/** The delegation under which a body may decide on a day. */
export const delegationOn = (state: BodyState, on: IsoDate): Delegation | undefined =>
  state.stage === 'registered' ? state.delegations.find((each) => overlap(each, { startsOn: on, endsOn: on })) : undefined;

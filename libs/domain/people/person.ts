import { present, stream, type EventData, type IsoDate, type OrganisationRef, type Permission, type Person } from '#kernel';
import * as events from './person.events.js';
import { sharesADay } from './periods.js';

export interface Grant {
  readonly number: number;
  readonly role: string;
  readonly startsOn: IsoDate;
  /** The last day on which it counts. */
  readonly endsOn?: IsoDate | undefined;
  /** It was ended before its time: from then on it counts on no day. */
  readonly ended: boolean;
  readonly organisation?: OrganisationRef | undefined;
  readonly organisationName?: string | undefined;
  readonly delegatedBy?: Person | undefined;
}
export interface ApiToken {
  readonly number: number;
  readonly role: string;
  readonly scope: readonly Permission[];
  /** The last day on which it counts. */
  readonly expiresOn: IsoDate;
  readonly revoked: boolean;
}
export type PersonState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'registered' | 'left'; readonly grants: readonly Grant[]; readonly tokens: readonly ApiToken[] };

const granted = ({ number, role, startsOn, endsOn, organisation, organisationName, delegatedBy }: EventData<typeof events.RoleGranted>): Grant => ({
  number, role, startsOn, endsOn, ended: false, organisation, organisationName, delegatedBy,
});

export const person = stream('person', { events, initial: { stage: 'absent' } as PersonState }).evolvedBy({
  PersonRegistered: () => ({ stage: 'registered', grants: [], tokens: [] }),
  RoleGranted(state, data) {
    const before = present(state);
    return { ...before, grants: [...before.grants, granted(data)] };
  },
  RoleEnded(state, { number }) {
    const before = present(state);
    return { ...before, grants: before.grants.map((each) => (each.number === number ? { ...each, ended: true } : each)) };
  },
  PersonLeft: (state) => ({ ...present(state), stage: 'left' }),
  ApiTokenIssued(state, { number, role, scope, expiresOn }) {
    const before = present(state);
    const token = { number, role, scope: scope.map(({ permission }) => permission as Permission), expiresOn, revoked: false };
    return { ...before, tokens: [...before.tokens, token] };
  },
  ApiTokenRevoked(state, { number }) {
    const before = present(state);
    return { ...before, tokens: before.tokens.map((each) => (each.number === number ? { ...each, revoked: true } : each)) };
  },
});

/** The name of a person's stream: the id without its "person:". */
export const refOfPerson = (id: Person): string => id.slice('person:'.length);
export const personOfRef = (ref: string): Person => `person:${ref}` as Person;

/** Grants that count on a day, those of one's own before delegated ones. Nobody who left holds any. */
export const grantsOn = (state: PersonState, on: IsoDate): readonly Grant[] =>
  state.stage === 'registered'
    ? state.grants.filter((each) => !each.ended && sharesADay(each, { startsOn: on, endsOn: on })).sort((a, b) => Number(a.delegatedBy !== undefined) - Number(b.delegatedBy !== undefined))
    : [];

/** The grant under which somebody acts in a role on a day. */
export const grantOn = (state: PersonState, role: string, on: IsoDate): Grant | undefined => grantsOn(state, on).find((each) => each.role === role);

/** The same, where a role that was lent for a time is not enough. */
export const ownGrantOn = (state: PersonState, role: string, on: IsoDate): Grant | undefined =>
  grantsOn(state, on).find((each) => each.role === role && each.delegatedBy === undefined);

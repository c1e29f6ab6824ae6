import { added, itemAt, keeping, kept, noRoll, nothingKeyed, stream, toReference, without, type ApplicationRef, type Elsewhere, type EventData, type Fact, type Keyed, type OrganisationRef, type Roll } from '#kernel';
import type { IdentifierRegister, OrganisationType, PartnerRole } from '#domain/organisations';
import type { Facts } from './cited-answers.js';
import * as events from './entries.events.js';

/** An application as the register of its round holds it: its turn, and what rules, rankings and weights need of it. */
export interface Entry {
  readonly application: ApplicationRef;
  /** Its turn, from 1. */
  readonly number: number;
  readonly organisation: OrganisationRef;
  readonly organisationName: string;
  readonly organisationType?: OrganisationType | undefined;
  readonly region?: string | undefined;
  readonly registers: readonly IdentifierRegister[];
  readonly partnerRoles: readonly PartnerRole[];
  readonly facts: Facts;
  readonly eligible: boolean;
  /** Preferences that it does not meet. */
  readonly flags: number;
  readonly bodies: number;
}
interface Entered extends Entry {
  readonly waiting: boolean;
}

/** Every application for a round, in the order in which it came: a ranking leaves nobody out by mistake. */
export interface EntriesState {
  readonly order: Roll<ApplicationRef>;
  readonly byRef: Keyed<Entered>;
  /** The bid that a body leads and that waits for a decision. */
  readonly byBody: Keyed<ApplicationRef>;
  /** Place in the order, from 0, before which nobody waits. */
  readonly first: number;
  readonly waiting: number;
  /** Bodies in all applications that ever came, members of a joint body counted one by one. */
  readonly bodies: number;
  /** Begun before leavings were kept here: who still waits is then told by the applications, not by this register. */
  readonly old: boolean;
}
const nobody: EntriesState = { order: noRoll, byRef: nothingKeyed, byBody: nothingKeyed, first: 0, waiting: 0, bodies: 0, old: false };

function enter(state: EntriesState, data: EventData<typeof events.ApplicationEntered>): EntriesState {
  const { application, organisation, organisationName, organisationType, region, registers = [], partnerRoles = [], facts = [], eligible = true, flags = 0, bodies = 1 } = data;
  const entered: Entered = {
    application, number: state.order.size + 1, organisation, organisationName, organisationType, region, facts, eligible, flags, bodies, waiting: true,
    registers: registers.map(({ register }) => register), partnerRoles: partnerRoles.map(({ role }) => role),
  };
  return {
    order: added(state.order, application),
    byRef: keeping(state.byRef, application, entered),
    byBody: data.number === undefined ? state.byBody : keeping(state.byBody, organisation, application),
    first: state.first,
    waiting: state.waiting + 1,
    bodies: state.bodies + bodies,
    old: state.old || data.number === undefined,
  };
}

function taken(state: EntriesState, application: ApplicationRef): EntriesState {
  const entry = kept(state.byRef, application);
  if (!entry?.waiting) return state;
  const byRef = keeping(state.byRef, application, { ...entry, waiting: false });
  const byBody = kept(state.byBody, entry.organisation) === application ? without(state.byBody, entry.organisation) : state.byBody;
  return { ...state, byRef, byBody, first: firstFrom(state.order, byRef, state.first), waiting: state.waiting - 1 };
}

function firstFrom(order: Roll<ApplicationRef>, byRef: Keyed<Entered>, from: number): number {
  let place = from;
  while (place < order.size && !kept(byRef, itemAt(order, place) ?? '')?.waiting) place += 1;
  return place;
}

/** Another view of an entry that is there: what was never entered is left alone, as old registers hold less than came. */
function changed(state: EntriesState, application: ApplicationRef, change: (entry: Entered) => Entered): EntriesState {
  const entry = kept(state.byRef, application);
  if (!entry) return state;
  const next = change(entry);
  return { ...state, byRef: keeping(state.byRef, application, next), bodies: state.bodies + next.bodies - entry.bodies };
}

export const entries = stream('entries', { noun: 'register of applications for round', events, initial: nobody }).evolvedBy({
  ApplicationEntered: enter,
  ApplicationLeft: (state, { application }) => taken(state, application),
  ApplicationReentered: (state, { application, partnerRoles, facts = [], eligible, flags, bodies }) =>
    changed(state, application, (entry) => ({ ...entry, facts, eligible, flags, bodies: bodies ?? entry.bodies, partnerRoles: partnerRoles?.map(({ role }) => role) ?? entry.partnerRoles })),
  ApplicationsScreened: (state, { results }) => results.reduce((before, { application, met, flags }) => changed(before, application, (entry) => ({ ...entry, eligible: met, flags })), state),
  CountStated: (state) => state,
});

/** The applications that wait for a decision, in their turn. */
export function* waitingEntries({ order, byRef, first }: EntriesState): Generator<Entry> {
  for (let place = first; place < order.size; place += 1) {
    const entry = kept(byRef, itemAt(order, place) ?? '');
    if (entry?.waiting) yield entry;
  }
}

/** The one whose turn it is: the first that waits and is eligible. */
export function firstWaiting(state: EntriesState): Entry | undefined {
  for (const entry of waitingEntries(state)) if (entry.eligible) return entry;
  return undefined;
}

/** An application that came, whether it still waits or not. */
export const entryOf = ({ byRef }: EntriesState, application: ApplicationRef): Entry | undefined => kept(byRef, application);

/** The bid of a body in this round that waits for a decision. */
export const waitingBidOf = ({ byBody }: EntriesState, body: OrganisationRef): ApplicationRef | undefined => kept(byBody, body);

/** Takes an application from those that wait. Whoever decides it appends this in the same breath. */
export const leave = (register: Fact<typeof events, EntriesState>, { application, organisationName }: Pick<Entry, 'application' | 'organisationName'>, because: EventData<typeof events.ApplicationLeft>['because']): Elsewhere =>
  register.append(events.ApplicationLeft({ round: toReference('RD', register.ref), application, organisationName, because }));

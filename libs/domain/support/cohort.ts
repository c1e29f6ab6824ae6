import { keeping, kept, nothingKeyed, stream, without, type Code, type IsoDate, type Keyed, type OrganisationRef } from '#kernel';
import * as events from './cohort.events.js';

/** Places that one body booked, and its name as it stood then. */
export interface Booking {
  readonly organisation: OrganisationRef;
  readonly organisationName: string;
  readonly places: number;
}
interface Known {
  readonly programme: Code;
  readonly name: string;
  readonly label?: string | undefined;
  readonly theme?: string | undefined;
  /** Of everybody who fills it; undefined where it is not known. */
  readonly places?: number | undefined;
  readonly startsOn?: IsoDate | undefined;
}
interface Filled extends Known {
  readonly ours: number;
  readonly booked: Keyed<Booking>;
}
export type CohortState =
  | { readonly stage: 'absent' }
  | (Known & { readonly stage: 'planned' })
  | (Filled & { readonly stage: 'open' })
  | (Filled & { readonly stage: 'completed'; readonly graduates: Keyed<Booking>; readonly alumni: Keyed<number> });

type In<S extends CohortState['stage']> = Extract<CohortState, { readonly stage: S }>;
/** Second pair of eyes for `evolve`: the rules refuse first, so this throws. */
function mustBe<S extends CohortState['stage']>(state: CohortState, stage: S): In<S> {
  if (state.stage !== stage) throw new Error(`A cohort that is ${state.stage} cannot do what only one that is ${stage} does`);
  return state as In<S>;
}

export const cohort = stream('cohort', { events, initial: { stage: 'absent' } as CohortState }).evolvedBy({
  CohortPlanned: (_, planned) => ({ ...planned, stage: 'planned' }),
  CohortOpened: (_, opened) => ({ ...opened, stage: 'open', booked: nothingKeyed }),
  CohortEnlarged: (state, { after }) => ({ ...mustBe(state, 'open'), ours: after }),
  PlaceBooked(state, { organisation, organisationName, places }) {
    const open = mustBe(state, 'open');
    return { ...open, booked: keeping(open.booked, organisation, { organisation, organisationName, places }) };
  },
  PlaceGivenUp(state, { organisation }) {
    const open = mustBe(state, 'open');
    return { ...open, booked: without(open.booked, organisation) };
  },
  CohortCompleted: (state, { graduates }) => ({
    ...mustBe(state, 'open'),
    stage: 'completed',
    graduates: graduates.reduce<Keyed<Booking>>((all, each) => keeping(all, each.organisation, each), nothingKeyed),
    alumni: nothingKeyed,
  }),
  AlumniJoined(state, { organisation, places }) {
    const done = mustBe(state, 'completed');
    return { ...done, alumni: keeping(done.alumni, organisation, places) };
  },
});

/** What a body booked of a cohort that is open or was. */
export const bookedBy = ({ booked }: Pick<Filled, 'booked'>, organisation: OrganisationRef): Booking | undefined => kept(booked, organisation);

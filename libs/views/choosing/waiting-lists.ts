import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { queue } from '#domain/limits';
import { round } from '#domain/programmes';

/** Where somebody stands: those for whom a place is kept come before those who wait. */
export const inLine = { called: 0, waiting: 1, gone: 2 } as const;
export type InLine = 'called' | 'waiting';

const tables = {
  /** Everybody who ever waited, as they stand now. They are called in the order of `since`: the event that put them there, and `nth` in it. */
  in_line: versions({
    columns: {
      holder: 'text', who: 'text', name: 'text', places: 'integer', because: 'text', joined_on: 'text', called_on: 'text?',
      standing: 'integer', since: 'integer', nth: 'integer',
    },
    key: ['holder', 'who'],
    indexes: [['holder', 'standing', 'since', 'nth']],
  }),
  /** Everything that happened on a waiting list: the newest of whoever waits stands. */
  queue_moves: entries({
    columns: { holder: 'text', who: 'text', name: 'text', places: 'integer', change: 'text', because: 'text', effective_on: 'text' },
    indexes: [['holder', 'change'], ['holder', 'who']],
  }),
  /** How many awards a round has room for, and how many hold a place, now. */
  rooms: versions({ columns: { holder: 'text', capacity: 'integer', taken: 'integer' }, key: ['holder'] }),
  /** How many awards a round has room for: the newest stands. */
  capacities: entries({ columns: { holder: 'text', capacity: 'integer', effective_on: 'text' }, indexes: [['holder']] }),
  /** Places of a round as awards take them and, ended unused, give them back. */
  place_moves: entries({ columns: { holder: 'text', award: 'text', change: 'text', effective_on: 'text' }, indexes: [['holder']] }),
};
type Rows = RowsOf<typeof tables>;

interface Moved {
  readonly who: string;
  readonly name: string;
  readonly places: number;
}
type Change = 'joined' | 'called' | 'took' | 'left';
const note = (rows: Rows, { ref, on }: Pick<Happened, 'ref' | 'on'>, change: Change, { who, name, places }: Moved, because: string): void =>
  rows.queue_moves.add({ holder: ref, who, name, places, change, because, effective_on: on });
const leave = (rows: Rows, { ref, position }: Pick<Happened, 'ref' | 'position'>, who: string): void =>
  rows.in_line.patch({ holder: ref, who }, { standing: inLine.gone, since: position, nth: 0 });

interface Ended {
  readonly budget: { readonly round: string };
  readonly placeReleased?: boolean | undefined;
}
function giveBack(rows: Rows, { ref, on, data: { budget, placeReleased } }: Happened<Ended>): void {
  if (!placeReleased) return;
  rows.place_moves.add({ holder: budget.round, award: ref, change: 'given-back', effective_on: on });
  rows.rooms.add({ holder: budget.round }, { taken: -1 });
}

/** Who waits for a place, in which order, and how many places there are. */
export const waitingLists = view('waiting-lists', {
  version: 2,
  tables,
  from: [queue, round, award],
  on: {
    QueueJoined(rows, event) {
      const { ref: holder, on, position: since, data: { who, name, places, because } } = event;
      note(rows, event, 'joined', event.data, because);
      rows.in_line.put({ holder, who, name, places, because, joined_on: on, called_on: null, standing: inLine.waiting, since, nth: 0 });
    },
    QueueAdvanced(rows, event) {
      const { ref: holder, on, position: since, data: { called, because } } = event;
      for (const [nth, each] of called.entries()) {
        note(rows, event, 'called', each, because);
        rows.in_line.patch({ holder, who: each.who }, { places: each.places, because, called_on: on, standing: inLine.called, since, nth });
      }
    },
    KeptPlaceTaken(rows, event) {
      note(rows, event, 'took', event.data, event.data.because);
      leave(rows, event, event.data.who);
    },
    QueueLeft(rows, event) {
      note(rows, event, 'left', { ...event.data, places: 0 }, event.data.because);
      leave(rows, event, event.data.who);
    },
    RoundOpened(rows, { ref, on, data: { scheme } }) {
      if (!scheme?.capacity) return;
      rows.capacities.add({ holder: ref, capacity: scheme.capacity.most, effective_on: on });
      rows.rooms.put({ holder: ref, capacity: scheme.capacity.most, taken: 0 });
    },
    CapacityRaised(rows, { ref, on, data: { after } }) {
      rows.capacities.add({ holder: ref, capacity: after, effective_on: on });
      rows.rooms.patch({ holder: ref }, { capacity: after });
    },
    AwardApproved(rows, { ref, on, data: { budget, place } }) {
      if (!place) return;
      rows.place_moves.add({ holder: budget.round, award: ref, change: 'taken', effective_on: on });
      rows.rooms.add({ holder: budget.round }, { taken: 1 });
    },
    AwardWithdrawn: giveBack,
    OfferLapsed: giveBack,
  },
});

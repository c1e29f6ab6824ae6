import { entries, isReference, view, type Happened, type RowsOf } from '#kernel';
import { queue } from '#domain/limits';
import { programme } from '#domain/programmes';
import { cohort } from '#domain/support';

const tables = {
  /** All that happened to cohorts, one row for each body in it: `places` are those of the body, `ours` those of the cohort after it. */
  cohort_moves: entries({
    columns: {
      cohort: 'text', programme: 'text', name: 'text', change: 'text', organisation: 'text?', organisation_name: 'text?', places: 'integer?', all_places: 'integer?', ours: 'integer?',
      label: 'text?', theme: 'text?', starts_on: 'text?', what: 'text?', effective_on: 'text',
    },
    indexes: [['cohort'], ['programme']],
  }),
  /** Who waits for a place of a cohort, as it joined, was called, took it or left. */
  cohort_queue: entries({ columns: { cohort: 'text', change: 'text', organisation: 'text', organisation_name: 'text', places: 'integer', effective_on: 'text' }, indexes: [['cohort']] }),
  /** How many councils a programme wants to reach; the newest of a year stands. */
  cohort_targets: entries({ columns: { programme: 'text', financial_year: 'text', at_least: 'integer', effective_on: 'text' }, indexes: [['programme']] }),
};
type Rows = RowsOf<typeof tables>;
type Move = Parameters<Rows['cohort_moves']['add']>[0];
type About = Pick<Happened<{ readonly programme: string; readonly name: string }>, 'ref' | 'on' | 'data'>;
const empty = { organisation: null, organisation_name: null, places: null, all_places: null, ours: null, label: null, theme: null, starts_on: null, what: null };
const add = (rows: Rows, { ref, on, data: { programme: of, name } }: About, move: Partial<Move> & Pick<Move, 'change'>): void =>
  rows.cohort_moves.add({ ...empty, cohort: ref, programme: of, name, effective_on: on, ...move });

interface Body {
  readonly organisation: string;
  readonly organisationName: string;
  readonly places: number;
}
const ofBody = ({ organisation, organisationName, places }: Body) => ({ organisation, organisation_name: organisationName, places });

interface InLine {
  readonly who: string;
  readonly name: string;
  readonly places?: number;
}
/** Rounds have waiting lists too, and theirs are not kept here. */
function line(rows: Rows, { ref, on }: Pick<Happened, 'ref' | 'on'>, change: string, those: readonly InLine[]): void {
  if (!isReference(ref, 'CH')) return;
  for (const { who, name, places = 0 } of those) rows.cohort_queue.add({ cohort: ref, change, organisation: who, organisation_name: name, places, effective_on: on });
}

/** Cohorts: planned, filled, completed, and who waits. */
export const cohorts = view('cohorts', {
  version: 1,
  tables,
  from: [cohort, queue, programme],
  on: {
    CohortPlanned: (rows, event) =>
      add(rows, event, { change: 'planned', all_places: event.data.places ?? null, label: event.data.label ?? null, theme: event.data.theme ?? null, starts_on: event.data.startsOn ?? null }),
    CohortOpened: (rows, event) =>
      add(rows, event, { change: 'opened', ours: event.data.ours, all_places: event.data.places ?? null, label: event.data.label ?? null, theme: event.data.theme ?? null, starts_on: event.data.startsOn }),
    CohortEnlarged: (rows, event) =>
      add(rows, event, { change: 'enlarged', ours: event.data.after, what: event.data.because, organisation: event.data.sponsor ?? null, organisation_name: event.data.sponsorName ?? null }),
    PlaceBooked: (rows, event) => add(rows, event, { change: 'booked', ...ofBody(event.data), what: event.data.from }),
    PlaceGivenUp: (rows, event) => add(rows, event, { change: 'given-up', ...ofBody(event.data), what: event.data.reason }),
    CohortCompleted(rows, event) {
      add(rows, event, { change: 'completed' });
      for (const each of event.data.graduates) add(rows, event, { change: 'graduated', ...ofBody(each) });
    },
    AlumniJoined: (rows, event) => add(rows, event, { change: 'alumni', ...ofBody(event.data) }),
    QueueJoined: (rows, event) => line(rows, event, 'joined', [event.data]),
    QueueAdvanced: (rows, event) => line(rows, event, 'called', event.data.called),
    KeptPlaceTaken: (rows, event) => line(rows, event, 'taken', [event.data]),
    QueueLeft: (rows, event) => line(rows, event, 'left', [event.data]),
    TargetSet(rows, { ref, on, data: { financialYear, target } }) {
      if (target.kind === 'councils') rows.cohort_targets.add({ programme: ref, financial_year: financialYear, at_least: target.atLeast, effective_on: on });
    },
  },
});

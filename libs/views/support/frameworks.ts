import { entries, view, type Happened, type RowsOf } from '#kernel';
import { framework } from '#domain/support';

const tables = {
  /** All that happened to frameworks. Money in here is what others pay or gain, and none of ours. */
  framework_moves: entries({
    columns: {
      framework: 'text', programme: 'text', name: 'text', change: 'text', organisation: 'text?', organisation_name: 'text?', what: 'text?', number: 'integer?', amount_minor: 'integer?', each_minor: 'integer?',
      qualifier: 'text?', period: 'text?', effective_on: 'text',
    },
    indexes: [['framework'], ['programme']],
  }),
};
type Rows = RowsOf<typeof tables>;
type Move = Parameters<Rows['framework_moves']['add']>[0];
type About = Pick<Happened<{ readonly programme: string; readonly name: string }>, 'ref' | 'on' | 'data'>;
const empty = { organisation: null, organisation_name: null, what: null, number: null, amount_minor: null, each_minor: null, qualifier: null, period: null };
const add = (rows: Rows, { ref, on, data: { programme, name } }: About, move: Partial<Move> & Pick<Move, 'change'>): void =>
  rows.framework_moves.add({ ...empty, framework: ref, programme, name, effective_on: on, ...move });

/** Frameworks: who may use them, who did, and what people gained by it. */
export const frameworks = view('frameworks', {
  version: 1,
  tables,
  from: [framework],
  on: {
    FrameworkPlanned: (rows, event) => add(rows, event, { change: 'planned', what: event.data.launchesOn ?? null }),
    FrameworkLaunched(rows, event) {
      add(rows, event, { change: 'launched', amount_minor: event.data.charge.minor });
      for (const { organisation, organisationName, role } of event.data.partners) add(rows, event, { change: 'partner', organisation, organisation_name: organisationName, what: role });
    },
    FrameworkJoined: (rows, event) => add(rows, event, { change: 'joined', organisation: event.data.organisation, organisation_name: event.data.organisationName }),
    FrameworkLeft: (rows, event) => add(rows, event, { change: 'left', organisation: event.data.organisation, organisation_name: event.data.organisationName, what: event.data.reason }),
    CallOffMade: (rows, event) =>
      add(rows, event, {
        change: 'called-off', organisation: event.data.organisation, organisation_name: event.data.organisationName, what: event.data.what, number: event.data.number, amount_minor: event.data.value?.minor ?? null,
      }),
    OutcomePerPersonReported: (rows, event) =>
      add(rows, event, {
        change: 'outcome', number: event.data.people, qualifier: event.data.qualifier, each_minor: event.data.each.minor, amount_minor: event.data.total.minor, period: event.data.period, what: event.data.document,
      }),
  },
});

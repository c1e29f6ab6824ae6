import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { application } from '#domain/applications';

const tables = {
  applications: versions({
    columns: {
      reference: 'text', programme: 'text', round: 'text', organisation: 'text', organisation_name: 'text', organisation_type: 'text', title: 'text', source: 'text',
      stage: 'text', award: 'text?', reason: 'text?', nominated_on: 'text',
    },
    key: ['reference'],
    indexes: [['round', 'reference'], ['programme', 'reference'], ['stage', 'reference']],
  }),
  /** Every application once, when it was nominated: what asks about a business date goes through these. */
  applications_begun: entries({ columns: { application: 'text', in_programme: 'text', in_round: 'text', began_on: 'text' }, indexes: [['in_programme'], ['in_round'], ['began_on']] }),
  /** The stages that an application came to, each with its day of effect and what belongs to it. */
  application_stages: entries({ columns: { application: 'text', stage: 'text', award: 'text?', reason: 'text?', effective_on: 'text' }, indexes: [['application']] }),
  application_partners: entries({ columns: { application: 'text', organisation: 'text', name: 'text', type: 'text', role: 'text' }, indexes: [['application']] }),
};
type Rows = RowsOf<typeof tables>;

/** Brings an application to a stage, with what is known of it there. */
function come(rows: Rows, { ref, on }: Pick<Happened, 'ref' | 'on'>, stage: string, known: { readonly award?: string; readonly reason?: string } = {}): void {
  rows.applications.patch({ reference: ref }, { stage, ...known });
  rows.application_stages.add({ application: ref, stage, award: known.award ?? null, reason: known.reason ?? null, effective_on: on });
}

/** Applications with how far they came, and their partners as they stood when they were nominated. */
export const applications = view('applications', {
  version: 2,
  tables,
  from: [application],
  on: {
    ApplicationNominated(rows, event) {
      const { ref, on, data: { programme, budget, organisation, organisationName, organisationType, title, source, partners } } = event;
      rows.applications.put({
        reference: ref, programme, round: budget.round, organisation, organisation_name: organisationName, organisation_type: organisationType, title, source,
        stage: 'nominated', award: null, reason: null, nominated_on: on,
      });
      rows.applications_begun.add({ application: ref, in_programme: programme, in_round: budget.round, began_on: on });
      come(rows, event, 'nominated');
      for (const partner of partners) rows.application_partners.add({ application: ref, ...partner });
    },
    ApplicationWithdrawn: (rows, event) => come(rows, event, 'withdrawn', { reason: event.data.reason }),
    ApplicationDeclined: (rows, event) => come(rows, event, 'declined', { reason: event.data.reason }),
    ApplicationTakenForward: (rows, event) => come(rows, event, 'taken-forward', { award: event.data.award }),
  },
});

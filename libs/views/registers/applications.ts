import { entries, versions, view } from '#kernel';
import { application } from '#domain/applications';

/** Applications and their partners, as they stood when they were nominated. */
export const applications = view('applications', {
  version: 1,
  tables: {
    applications: versions({
      columns: {
        reference: 'text', programme: 'text', round: 'text', organisation: 'text', organisation_name: 'text', organisation_type: 'text', title: 'text', source: 'text',
        stage: 'text', award: 'text?', reason: 'text?', nominated_on: 'text',
      },
      key: ['reference'],
      indexes: [['round', 'reference'], ['programme', 'reference'], ['stage', 'reference']],
    }),
    application_partners: entries({ columns: { application: 'text', organisation: 'text', name: 'text', type: 'text', role: 'text' }, indexes: [['application']] }),
  },
  from: [application],
  on: {
    ApplicationNominated(rows, { ref, on, data: { programme, budget, organisation, organisationName, organisationType, title, source, partners } }) {
      rows.applications.put({
        reference: ref, programme, round: budget.round, organisation, organisation_name: organisationName, organisation_type: organisationType, title, source,
        stage: 'nominated', award: null, reason: null, nominated_on: on,
      });
      for (const partner of partners) rows.application_partners.add({ application: ref, ...partner });
    },
    ApplicationWithdrawn: (rows, { ref, data: { reason } }) => rows.applications.patch({ reference: ref }, { stage: 'withdrawn', reason }),
    ApplicationDeclined: (rows, { ref, data: { reason } }) => rows.applications.patch({ reference: ref }, { stage: 'declined', reason }),
    ApplicationTakenForward: (rows, { ref, data: { award } }) => rows.applications.patch({ reference: ref }, { stage: 'taken-forward', award }),
  },
});

import { entries, versions, view } from '#kernel';
import { organisation } from '#domain/organisations';

/** Organisations under their present names, and the names they had. */
export const organisations = view('organisations', {
  version: 3,
  tables: {
    organisations: versions({
      columns: { reference: 'text', name: 'text', type: 'text', region: 'text?', identifier: 'text?', registered_on: 'text', withheld_on: 'text?' },
      key: ['reference'],
      indexes: [['name', 'reference'], ['registered_on', 'reference']],
    }),
    names: entries({ columns: { organisation: 'text', name: 'text', from_on: 'text' }, indexes: [['organisation'], ['name', 'organisation']] }),
  },
  from: [organisation],
  on: {
    OrganisationRegistered(rows, { ref, on, data: { name, type, region, identifier } }) {
      rows.organisations.put({ reference: ref, name, type, region: region ?? null, identifier: identifier ?? null, registered_on: on, withheld_on: null });
      rows.names.add({ organisation: ref, name, from_on: on });
    },
    NameWithheld: (rows, { ref, on }) => rows.organisations.patch({ reference: ref }, { withheld_on: on }),
    OrganisationRenamed(rows, { ref, on, data: { name } }) {
      rows.organisations.patch({ reference: ref }, { name });
      rows.names.add({ organisation: ref, name, from_on: on });
    },
  },
});

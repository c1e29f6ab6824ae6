import { entries, versions, view } from '#kernel';
import { organisation } from '#domain/organisations';

/** Organisations under their present names, and all that is told of them with its days. */
export const organisations = view('organisations', {
  version: 4,
  tables: {
    organisations: versions({
      columns: { reference: 'text', name: 'text', type: 'text', region: 'text?', identifier: 'text?', registered_on: 'text', withheld_on: 'text?' },
      key: ['reference'],
      indexes: [['name', 'reference'], ['registered_on', 'reference']],
    }),
    names: entries({ columns: { organisation: 'text', name: 'text', from_on: 'text' }, indexes: [['organisation'], ['name', 'organisation']] }),
    types: entries({ columns: { organisation: 'text', type: 'text', from_on: 'text', reason: 'text?' }, indexes: [['organisation']] }),
    /** `change`: recorded or ended. An identifier is text, zeros and all. */
    identifiers: entries({ columns: { organisation: 'text', register: 'text', identifier: 'text', change: 'text', effective_on: 'text', reason: 'text?' }, indexes: [['organisation'], ['identifier']] }),
    printed_names: entries({ columns: { organisation: 'text', name: 'text', document: 'text', recorded_on: 'text' }, indexes: [['organisation']] }),
    /** The lines of the newest position stand. */
    members: entries({ columns: { organisation: 'text', joint_name: 'text', member: 'text', name: 'text', effective_on: 'text' }, indexes: [['organisation'], ['member']] }),
    successions: entries({ columns: { organisation: 'text', name: 'text', successor: 'text', successor_name: 'text', reason: 'text', effective_on: 'text' }, indexes: [['organisation'], ['successor']] }),
  },
  from: [organisation],
  on: {
    OrganisationRegistered(rows, { ref, on, data: { name, type, region, identifier } }) {
      rows.organisations.put({ reference: ref, name, type, region: region ?? null, identifier: identifier ?? null, registered_on: on, withheld_on: null });
      rows.names.add({ organisation: ref, name, from_on: on });
      rows.types.add({ organisation: ref, type, from_on: on, reason: null });
    },
    NameWithheld: (rows, { ref, on }) => rows.organisations.patch({ reference: ref }, { withheld_on: on }),
    OrganisationRenamed(rows, { ref, on, data: { name } }) {
      rows.organisations.patch({ reference: ref }, { name });
      rows.names.add({ organisation: ref, name, from_on: on });
    },
    OrganisationReclassified(rows, { ref, on, data: { type, reason } }) {
      rows.organisations.patch({ reference: ref }, { type });
      rows.types.add({ organisation: ref, type, from_on: on, reason });
    },
    IdentifierRecorded: (rows, { ref, on, data: { register, identifier, from } }) =>
      rows.identifiers.add({ organisation: ref, register, identifier, change: 'recorded', effective_on: from ?? on, reason: null }),
    IdentifierEnded: (rows, { ref, data: { register, identifier, until, reason } }) =>
      rows.identifiers.add({ organisation: ref, register, identifier, change: 'ended', effective_on: until, reason }),
    NamePrinted: (rows, { ref, on, data: { name, document } }) => rows.printed_names.add({ organisation: ref, name, document, recorded_on: on }),
    MembersNamed(rows, { ref, on, data: { name, members } }) {
      for (const member of members) rows.members.add({ organisation: ref, joint_name: name, member: member.organisation, name: member.name, effective_on: on });
    },
    OrganisationSucceeded(rows, { ref, on, data: { name, successors, reason } }) {
      for (const each of successors) rows.successions.add({ organisation: ref, name, successor: each.organisation, successor_name: each.name, reason, effective_on: on });
    },
  },
});

import { entries, versions, view } from '#kernel';
import { programme, round } from '#domain/programmes';

const tables = {
  /** Whatever has terms: a programme by its code, a round by its reference; and the dates of a round. */
  scheme_holders: versions({ columns: { holder: 'text', programme: 'text', name: 'text', opens_on: 'text?', last_day: 'text?' }, key: ['holder'] }),
  /** Every version of terms, whole, as it was stated: JSON. `designed` is the version of the programme's design that a round took over. */
  scheme_versions: entries({ columns: { holder: 'text', version: 'integer', terms: 'text', designed: 'integer?', reason: 'text?', effective_on: 'text' }, indexes: [['holder']] }),
  /** Every version of a round's form: JSON. */
  form_versions: entries({ columns: { round: 'text', version: 'integer', questions: 'text', reason: 'text?', effective_on: 'text' }, indexes: [['round']] }),
  /** How many awards a round has room for: the newest stands. */
  capacities: entries({ columns: { round: 'text', capacity: 'integer', because: 'text', sponsor: 'text?', sponsor_name: 'text?', effective_on: 'text' }, indexes: [['round']] }),
  invitations: entries({ columns: { round: 'text', organisation: 'text', name: 'text', effective_on: 'text' }, indexes: [['round']] }),
  late_permissions: entries({ columns: { round: 'text', organisation: 'text', name: 'text', until: 'text', reason: 'text', effective_on: 'text' }, indexes: [['round']] }),
};

/** Terms of programmes and rounds in all their versions, with forms, invitations and what was allowed late. */
export const schemes = view('schemes', {
  version: 1,
  tables,
  from: [programme, round],
  on: {
    ProgrammeDefined: (rows, { ref, data: { name } }) => rows.scheme_holders.put({ holder: ref, programme: ref, name, opens_on: null, last_day: null }),
    SchemeDesigned: (rows, { ref, on, data: { version, terms, reason } }) =>
      rows.scheme_versions.add({ holder: ref, version, terms: JSON.stringify(terms), designed: null, reason: reason ?? null, effective_on: on }),
    RoundOpened(rows, { ref, on, data: { programme: of, name, opensOn, closesOn, scheme, designed, form } }) {
      rows.scheme_holders.put({ holder: ref, programme: of, name, opens_on: opensOn ?? null, last_day: closesOn ?? null });
      if (scheme) rows.scheme_versions.add({ holder: ref, version: 1, terms: JSON.stringify(scheme), designed: designed ?? null, reason: null, effective_on: on });
      if (form) rows.form_versions.add({ round: ref, version: 1, questions: JSON.stringify(form), reason: null, effective_on: on });
    },
    RoundTermsRevised: (rows, { ref, on, data: { version, scheme, reason } }) =>
      rows.scheme_versions.add({ holder: ref, version, terms: JSON.stringify(scheme), designed: null, reason, effective_on: on }),
    FormSet: (rows, { ref, on, data: { version, questions, reason } }) =>
      rows.form_versions.add({ round: ref, version, questions: JSON.stringify(questions), reason: reason ?? null, effective_on: on }),
    CapacityRaised: (rows, { ref, on, data: { after, because, sponsor, sponsorName } }) =>
      rows.capacities.add({ round: ref, capacity: after, because, sponsor: sponsor ?? null, sponsor_name: sponsorName ?? null, effective_on: on }),
    BodiesInvited(rows, { ref, on, data: { bodies } }) {
      for (const { organisation, name } of bodies) rows.invitations.add({ round: ref, organisation, name, effective_on: on });
    },
    LateApplicationAllowed: (rows, { ref, on, data: { organisation, organisationName, until, reason } }) =>
      rows.late_permissions.add({ round: ref, organisation, name: organisationName, until, reason, effective_on: on }),
  },
});

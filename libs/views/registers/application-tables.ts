import { entries, versions, type RowsOf } from '#kernel';

/** What the register of applications keeps. */
export const applicationTables = {
  applications: versions({
    columns: {
      reference: 'text', programme: 'text', round: 'text', organisation: 'text', organisation_name: 'text', organisation_type: 'text', region: 'text?', title: 'text', source: 'text', route: 'text',
      stage: 'text', award: 'text?', reason: 'text?', nominated_on: 'text', late: 'text?',
      eligibility: 'text', flags: 'integer', sent: 'integer', returned: 'text?',
    },
    key: ['reference'],
    indexes: [['round', 'reference'], ['programme', 'reference'], ['stage', 'reference']],
  }),
  /** Every application once, when it was put forward: what asks about a business date goes through these. */
  applications_begun: entries({ columns: { application: 'text', in_programme: 'text', in_round: 'text', began_on: 'text' }, indexes: [['in_programme', 'began_on'], ['in_round', 'began_on'], ['began_on']] }),
  /** The stages that an application came to, each with its day of effect and what belongs to it. */
  application_stages: entries({ columns: { application: 'text', stage: 'text', award: 'text?', reason: 'text?', effective_on: 'text' }, indexes: [['application']] }),
  /** What was sent each time, from 1. */
  application_sendings: entries({
    columns: {
      application: 'text', sent: 'integer', title: 'text', eligibility: 'text', flags: 'integer', form_version: 'integer?', terms_version: 'integer?', reason: 'text?', effective_on: 'text',
    },
    indexes: [['application']],
  }),
  /** What was to be put right, each time that it was returned. */
  application_returns: entries({ columns: { application: 'text', returned: 'text', effective_on: 'text' }, indexes: [['application']] }),
  /** Partners as they stood in each sending. */
  application_partners: entries({ columns: { application: 'text', sent: 'integer', organisation: 'text', name: 'text', type: 'text', role: 'text' }, indexes: [['application']] }),
  /** Answers as JSON; `reused` is 1 where the body had given the same before. */
  application_answers: entries({ columns: { application: 'text', sent: 'integer', question: 'text', answer: 'text', reused: 'integer' }, indexes: [['application']] }),
  /** How each sending stands by the rules; `met` is 1 or 0. */
  application_verdicts: entries({ columns: { application: 'text', sent: 'integer', rule: 'text', version: 'integer', effect: 'text', met: 'integer', reason: 'text' }, indexes: [['application']] }),
  application_screenings: entries({ columns: { application: 'text', round: 'text', version: 'integer', eligibility: 'text', flags: 'integer', reasons: 'text?', effective_on: 'text' }, indexes: [['application']] }),
  /** Bodies in each application as it was entered in the register, members of a joint body counted one by one. */
  application_bodies: entries({ columns: { application: 'text', round: 'text', bodies: 'integer', effective_on: 'text' }, indexes: [['round'], ['application']] }),
  counts_stated: entries({ columns: { round: 'text', document: 'text', stated: 'integer', listed: 'integer', bodies_stated: 'integer?', bodies: 'integer', effective_on: 'text' }, indexes: [['round']] }),
  /** What a body told before, by question: the newest answer, and where it was given. */
  known_answers: versions({ columns: { organisation: 'text', question: 'text', answer: 'text', application: 'text', told_on: 'text' }, key: ['organisation', 'question'], indexes: [['organisation']] }),
};
export type ApplicationRows = RowsOf<typeof applicationTables>;

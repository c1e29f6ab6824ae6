import { entries, view } from '#kernel';
import { advice } from '#domain/support';

/** Advice that was given without an award. */
export const advised = view('advice', {
  version: 1,
  tables: {
    advice: entries({
      columns: {
        reference: 'text', programme: 'text', topic: 'text', organisation: 'text?', organisation_name: 'text?', least: 'integer?', most: 'integer?', expert: 'text?', days: 'integer?', effective_on: 'text',
      },
      indexes: [['programme']],
    }),
  },
  from: [advice],
  on: {
    AdviceGiven: (rows, { ref, on, data: { programme, topic, organisation = null, organisationName = null, bodies, expert = null, days = null } }) =>
      rows.advice.add({
        reference: ref, programme, topic, organisation, organisation_name: organisationName, least: bodies?.least ?? null, most: bodies?.most ?? null, expert, days, effective_on: on,
      }),
  },
});

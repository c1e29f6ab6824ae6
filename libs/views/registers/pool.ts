import { entries, versions, view } from '#kernel';
import { assignment, expert } from '#domain/support';

/** The experts of each programme's pool, known by what they do, and which awards they help. */
export const pool = view('pool', {
  version: 3,
  tables: {
    experts: versions({ columns: { reference: 'text', programme: 'text', title: 'text', stage: 'text', added_on: 'text', removed_on: 'text?', reason: 'text?' }, key: ['reference'], indexes: [['programme', 'reference']] }),
    /** Assignments as they began and ended, `reason` only where one ended, `days` where some were promised: the newest of an expert at an award stands. */
    assignments: entries({
      columns: { award: 'text', expert: 'text', programme: 'text', title: 'text', recipient_name: 'text', change: 'text', reason: 'text?', capacity: 'text', days: 'integer?', effective_on: 'text' },
      indexes: [['programme'], ['award']],
    }),
    /** How many days an expert has to give in a financial year, and when, as it was said: the newest of a year stands. */
    availabilities: entries({
      columns: { expert: 'text', programme: 'text', financial_year: 'text', from_day: 'text', until_day: 'text', days: 'integer', effective_on: 'text' },
      indexes: [['programme']],
    }),
  },
  from: [expert, assignment],
  on: {
    ExpertAddedToPool: (rows, { ref, on, data: { programme, title } }) => rows.experts.put({ reference: ref, programme, title, stage: 'in-pool', added_on: on, removed_on: null, reason: null }),
    ExpertRemovedFromPool: (rows, { ref, on, data: { reason } }) => rows.experts.patch({ reference: ref }, { stage: 'removed', removed_on: on, reason }),
    AvailabilitySet: (rows, { ref, on, data: { programme, financialYear, from, until, days } }) =>
      rows.availabilities.add({ expert: ref, programme, financial_year: financialYear, from_day: from, until_day: until, days, effective_on: on }),
    ExpertAssigned: (rows, { on, data: { award, expert: who, programme, title, recipientName, capacity = 'expert', days = null } }) =>
      rows.assignments.add({ award, expert: who, programme, title, recipient_name: recipientName, change: 'began', reason: null, capacity, days, effective_on: on }),
    AssignmentEnded: (rows, { on, data: { award, expert: who, programme, title, recipientName, reason } }) =>
      rows.assignments.add({ award, expert: who, programme, title, recipient_name: recipientName, change: 'ended', reason, capacity: 'expert', days: null, effective_on: on }),
  },
});

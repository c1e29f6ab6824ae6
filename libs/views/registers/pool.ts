import { entries, versions, view } from '#kernel';
import { assignment, expert } from '#domain/support';

/** The experts of each programme's pool, known by what they do, and which awards they help. */
export const pool = view('pool', {
  version: 2,
  tables: {
    experts: versions({ columns: { reference: 'text', programme: 'text', title: 'text', stage: 'text', added_on: 'text', removed_on: 'text?', reason: 'text?' }, key: ['reference'], indexes: [['programme', 'reference']] }),
    /** Assignments as they began and ended, `reason` only where one ended: the newest of an expert at an award stands. */
    assignments: entries({
      columns: { award: 'text', expert: 'text', programme: 'text', title: 'text', recipient_name: 'text', change: 'text', reason: 'text?', effective_on: 'text' },
      indexes: [['programme'], ['award']],
    }),
  },
  from: [expert, assignment],
  on: {
    ExpertAddedToPool: (rows, { ref, on, data: { programme, title } }) => rows.experts.put({ reference: ref, programme, title, stage: 'in-pool', added_on: on, removed_on: null, reason: null }),
    ExpertRemovedFromPool: (rows, { ref, on, data: { reason } }) => rows.experts.patch({ reference: ref }, { stage: 'removed', removed_on: on, reason }),
    ExpertAssigned: (rows, { on, data: { award, expert: who, programme, title, recipientName } }) =>
      rows.assignments.add({ award, expert: who, programme, title, recipient_name: recipientName, change: 'began', reason: null, effective_on: on }),
    AssignmentEnded: (rows, { on, data: { award, expert: who, programme, title, recipientName, reason } }) =>
      rows.assignments.add({ award, expert: who, programme, title, recipient_name: recipientName, change: 'ended', reason, effective_on: on }),
  },
});

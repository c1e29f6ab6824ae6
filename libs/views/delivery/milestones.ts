import { entries, view } from '#kernel';
import { decision } from '#domain/decisions';
import { milestones as reached } from '#domain/delivery';

/** What programmes reached, how they were rated, what bodies decided about them, and where documents differ. */
export const milestones = view('milestones', {
  version: 1,
  tables: {
    milestones: entries({
      columns: { programme: 'text', kind: 'text', title: 'text', document: 'text?', planned_on: 'text?', effective_on: 'text' },
      indexes: [['programme', 'effective_on']],
    }),
    /** How many of a kind were agreed: the newest of a kind stands. */
    milestones_planned: entries({ columns: { programme: 'text', kind: 'text', least: 'integer', most: 'integer', document: 'text?', effective_on: 'text' }, indexes: [['programme']] }),
    ratings: entries({
      columns: { programme: 'text', period: 'text', rating: 'text', output: 'text', reason: 'text?', reference: 'text?', effective_on: 'text' },
      indexes: [['programme', 'effective_on']],
    }),
    /** `noted`: which discrepancy of the programme a printed figure belongs to. */
    printed_figures: entries({ columns: { programme: 'text', noted: 'integer', subject: 'text', document: 'text', figure: 'text', effective_on: 'text' }, indexes: [['programme']] }),
    programme_decisions: entries({
      columns: { reference: 'text', programme: 'text', decided_by: 'text', decided_by_name: 'text', meeting: 'text', item: 'text', verb: 'text', also_verb: 'text?', minute: 'text', effective_on: 'text' },
      indexes: [['programme', 'effective_on']],
    }),
  },
  from: [reached, decision],
  on: {
    MilestoneReached: (rows, { on, data: { programme, kind, title, document = null, planned = null } }) =>
      rows.milestones.add({ programme, kind, title, document, planned_on: planned, effective_on: on }),
    MilestonesPlanned: (rows, { on, data: { programme, kind, least, most, document = null } }) => rows.milestones_planned.add({ programme, kind, least, most, document, effective_on: on }),
    RatingReported: (rows, { on, data: { programme, period, rating, output, reason = null, reference = null } }) =>
      rows.ratings.add({ programme, period, rating, output, reason, reference, effective_on: on }),
    DiscrepancyNoted(rows, { on, version, data: { programme, subject, printed } }) {
      for (const { document, figure } of printed) rows.printed_figures.add({ programme, noted: version, subject, document, figure, effective_on: on });
    },
    ProgrammeDecisionRecorded: (rows, { ref, on, data: { programme, decidedBy, decidedByName, meeting, item, verb, alsoVerb = null, minute } }) =>
      rows.programme_decisions.add({ reference: ref, programme, decided_by: decidedBy, decided_by_name: decidedByName, meeting, item, verb, also_verb: alsoVerb, minute, effective_on: on }),
  },
});

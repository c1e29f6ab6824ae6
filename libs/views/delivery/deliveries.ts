import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { delivery } from '#domain/delivery';
import { round, type SchemeTerms } from '#domain/programmes';

const tables = {
  /** Versions of the terms of a round's scheme: the newest stands. */
  scheme_versions: entries({ columns: { round: 'text', programme: 'text', version: 'integer', effective_on: 'text' }, indexes: [['programme'], ['round']] }),
  /** The phases that a version asks every award to go through. Pence; nothing where a phase leaves its sum open. */
  phases_asked: entries({ columns: { round: 'text', version: 'integer', number: 'integer', phase: 'text', name: 'text', payable_minor: 'integer?' }, indexes: [['round']] }),
  /** What a version asks to be delivered: reports with how often and within how many days, and outputs that open a phase. */
  outputs_asked: entries({
    columns: { round: 'text', version: 'integer', output: 'text', name: 'text', every: 'text', due_days: 'integer?', opens: 'text?' },
    indexes: [['round']],
  }),
  /** Awards of every programme, under the name of whoever answers for them. */
  awards_delivering: versions({ columns: { award: 'text', programme: 'text', round: 'text', recipient_name: 'text', instrument: 'text' }, key: ['award'], indexes: [['programme', 'award']] }),
  /** When work on an award may begin and when it ends. Where no paper is signed, it begins with the approval. */
  award_steps: entries({ columns: { award: 'text', step: 'text', effective_on: 'text' }, indexes: [['award']] }),
  phase_steps: entries({ columns: { award: 'text', programme: 'text', phase: 'text', step: 'text', effective_on: 'text' }, indexes: [['programme'], ['award']] }),
  /** `period` is empty where an output comes once. */
  output_steps: entries({
    columns: { award: 'text', programme: 'text', output: 'text', period: 'text', name: 'text', step: 'text', document: 'text?', reason: 'text?', effective_on: 'text' },
    indexes: [['programme'], ['award']],
  }),
};
type Rows = RowsOf<typeof tables>;

/** Everything that a version of a scheme asks to be delivered. */
function ask(rows: Rows, { ref, on }: Pick<Happened, 'ref' | 'on'>, programme: string, version: number, { phases = [], reporting = [] }: SchemeTerms): void {
  rows.scheme_versions.add({ round: ref, programme, version, effective_on: on });
  phases.forEach(({ code, name, payable, needs = [] }, i) => {
    rows.phases_asked.add({ round: ref, version, number: i + 1, phase: code, name, payable_minor: payable?.minor ?? null });
    for (const { output, name: called } of needs) rows.outputs_asked.add({ round: ref, version, output, name: called, every: 'once', due_days: null, opens: code });
  });
  for (const { output, name, every, dueDays } of reporting) rows.outputs_asked.add({ round: ref, version, output, name, every, due_days: dueDays, opens: null });
}

const step =
  (what: string) =>
  (rows: Rows, { ref, on }: Happened): void =>
    rows.award_steps.add({ award: ref, step: what, effective_on: on });

/** What awards deliver, phase by phase and report by report, against what the scheme of their round asks. */
export const deliveries = view('deliveries', {
  version: 1,
  tables,
  from: [round, award, delivery],
  on: {
    RoundOpened: (rows, event) => (event.data.scheme ? ask(rows, event, event.data.programme, 1, event.data.scheme) : undefined),
    RoundTermsRevised: (rows, event) => ask(rows, event, event.data.programme, event.data.version, event.data.scheme),
    AwardRecommended: (rows, { ref, data: { programme, budget, recipientName, instrument } }) =>
      rows.awards_delivering.put({ award: ref, programme, round: budget.round, recipient_name: recipientName, instrument }),
    LeadTransferred: (rows, { ref, data: { recipientName } }) => rows.awards_delivering.patch({ award: ref }, { recipient_name: recipientName }),
    AwardApproved: step('approved'),
    AgreementSigned: step('signed'),
    AwardWithdrawn: step('ended'),
    AwardClosed: step('ended'),
    PhaseStarted: (rows, { on, data: { award: of, programme, phase } }) => rows.phase_steps.add({ award: of, programme, phase, step: 'started', effective_on: on }),
    PhaseEnded: (rows, { on, data: { award: of, programme, phase } }) => rows.phase_steps.add({ award: of, programme, phase, step: 'ended', effective_on: on }),
    OutputSubmitted: (rows, { on, data: { award: of, programme, output, period = '', name, document } }) =>
      rows.output_steps.add({ award: of, programme, output, period, name, step: 'submitted', document, reason: null, effective_on: on }),
    OutputAccepted: (rows, { on, data: { award: of, programme, output, period = '', name } }) =>
      rows.output_steps.add({ award: of, programme, output, period, name, step: 'accepted', document: null, reason: null, effective_on: on }),
    OutputSentBack: (rows, { on, data: { award: of, programme, output, period = '', name, reason } }) =>
      rows.output_steps.add({ award: of, programme, output, period, name, step: 'sent-back', document: null, reason, effective_on: on }),
  },
});

import { view, type Happened } from '#kernel';
import { application, entries, failedRule, flagged, profile, type Answers, type Partner, type Route, type Verdict } from '#domain/applications';
import { applicationTables as tables, type ApplicationRows as Rows } from './application-tables.js';

/** How an application stands by the rules: 'no-rules' where its terms had none when it came. */
export type Eligibility = 'no-rules' | 'eligible' | 'flagged' | 'not-eligible';
const standing = (met: boolean, flags: number): Eligibility => (!met ? 'not-eligible' : flags > 0 ? 'flagged' : 'eligible');

type Occurred = Pick<Happened, 'ref' | 'on'>;

/** Brings an application to a stage, with what is known of it there. */
function come(rows: Rows, { ref, on }: Occurred, stage: string, known: { readonly award?: string; readonly reason?: string } = {}): void {
  rows.applications.patch({ reference: ref }, { stage, ...known });
  rows.application_stages.add({ application: ref, stage, award: known.award ?? null, reason: known.reason ?? null, effective_on: on });
}

interface Sending {
  readonly sent: number;
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly verdicts?: readonly Verdict[] | undefined;
  readonly answers: Answers;
  readonly reused?: readonly { readonly question: string }[];
  readonly formVersion?: number | undefined;
  readonly termsVersion?: number | undefined;
  readonly reason?: string;
}
/** Keeps what was sent, and says how it stands by the rules. */
function send(rows: Rows, { ref, on }: Occurred, { sent, title, partners, verdicts = [], answers, reused = [], formVersion, termsVersion, reason }: Sending) {
  const flags = flagged(verdicts).length;
  const stands = { eligibility: verdicts.length === 0 ? 'no-rules' : standing(failedRule(verdicts) === undefined, flags), flags } as const;
  rows.application_sendings.add({ application: ref, sent, title, ...stands, form_version: formVersion ?? null, terms_version: termsVersion ?? null, reason: reason ?? null, effective_on: on });
  for (const partner of partners) rows.application_partners.add({ application: ref, sent, ...partner });
  for (const { met, ...verdict } of verdicts) rows.application_verdicts.add({ application: ref, sent, ...verdict, met: met ? 1 : 0 });
  for (const { question, answer } of answers) {
    rows.application_answers.add({ application: ref, sent, question, answer: JSON.stringify(answer), reused: reused.some((each) => each.question === question) ? 1 : 0 });
  }
  return stands;
}

interface Came {
  readonly programme: string;
  readonly budget: { readonly round: string };
  readonly organisation: string;
  readonly organisationName: string;
  readonly organisationType: string;
  readonly region?: string | undefined;
  readonly lateBecause?: string | undefined;
}
function begin(rows: Rows, event: Occurred, { programme, budget, organisation, organisationName, organisationType, region, lateBecause }: Came, how: { readonly source: string; readonly route: Route }, sending: Sending): void {
  const { ref, on } = event;
  rows.applications.put({
    reference: ref, programme, round: budget.round, organisation, organisation_name: organisationName, organisation_type: organisationType, region: region ?? null, title: sending.title, ...how,
    stage: 'nominated', award: null, reason: null, nominated_on: on, late: lateBecause ?? null, ...send(rows, event, sending), sent: 1, returned: null,
  });
  rows.applications_begun.add({ application: ref, in_programme: programme, in_round: budget.round, began_on: on });
  come(rows, event, 'nominated');
}

/** Applications with how far they came, what was sent each time, and how it stands by the rules of the round. */
export const applications = view('applications', {
  version: 4,
  tables,
  from: [application, entries, profile],
  on: {
    ApplicationNominated: (rows, event) => begin(rows, event, event.data, { source: event.data.source, route: 'nomination' }, { ...event.data, sent: 1, answers: [] }),
    ApplicationSubmitted: (rows, event) => begin(rows, event, event.data, { source: event.data.route, route: event.data.route }, { ...event.data, sent: 1 }),
    ApplicationReturned(rows, { ref, on, data: { reason } }) {
      rows.applications.patch({ reference: ref }, { returned: reason });
      rows.application_returns.add({ application: ref, returned: reason, effective_on: on });
    },
    ApplicationResubmitted(rows, event) {
      const { title, number } = event.data;
      rows.applications.patch({ reference: event.ref }, { title, ...send(rows, event, { ...event.data, sent: number }), sent: number, returned: null });
    },
    ApplicationWithdrawn: (rows, event) => come(rows, event, 'withdrawn', { reason: event.data.reason }),
    ApplicationDeclined: (rows, event) => come(rows, event, 'declined', { reason: event.data.reason }),
    ApplicationTakenForward: (rows, event) => come(rows, event, 'taken-forward', { award: event.data.award }),
    ApplicationEntered: (rows, { on, data: { round, application: of, bodies = 1 } }) => rows.application_bodies.add({ application: of, round, bodies, effective_on: on }),
    ApplicationsScreened(rows, { on, data: { round, version, results } }) {
      for (const { application: of, met, flags, reasons = null } of results) {
        const stands = { eligibility: standing(met, flags), flags };
        rows.applications.patch({ reference: of }, stands);
        rows.application_screenings.add({ application: of, round, version, ...stands, reasons, effective_on: on });
      }
    },
    CountStated: (rows, { on, data: { round, document, stated, listed, bodiesStated = null, bodies } }) =>
      rows.counts_stated.add({ round, document, stated, listed, bodies_stated: bodiesStated, bodies, effective_on: on }),
    AnswersKept(rows, { on, data: { organisation, answers, from } }) {
      for (const { question, answer } of answers) rows.known_answers.put({ organisation, question, answer: JSON.stringify(answer), application: from, told_on: on });
    },
  },
});

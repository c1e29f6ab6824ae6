import { addDays, code, optional, text, toDate, type Code } from '#kernel';
import { spanOf } from '#domain/delivery';
import { questionOn } from '../question-on.js';
import { askedIn, workedOn } from './asked-of-awards.js';
import { deliveries } from './deliveries.js';

/** A report that an award owes for a period. */
export interface ReportRow {
  readonly award: string;
  readonly recipientName: string;
  readonly output: string;
  readonly name: string;
  /** The last day on which it is in time: so many days after its period, or after work may begin where it comes once. */
  readonly dueOn: string;
  /** The day on which it was first submitted. */
  readonly receivedOn: string | null;
  readonly stage: 'submitted' | 'accepted' | 'sent-back' | null;
  readonly document: string | null;
  readonly isLate: boolean;
}
export interface Reports {
  readonly period: string | null;
  readonly reports: readonly ReportRow[];
  readonly due: number;
  readonly received: number;
  /** Those that did not come. */
  readonly missing: number;
  /** Those that should have come before the business date that was asked about; nobody can say without one. */
  readonly overdue: number | null;
}

class ReportsAsked {
  @code('Programme') programme!: Code;
  @optional(text('Period', { max: 20, hint: '2012-06, FY1213-Q1 or FY1213; left out, what comes once' })) period?: string;
}

export const reportsPage = questionOn('reports', {
  summary: 'The reports that awards of a programme owe for a period: due, received and missing, and on a business date how many are overdue.',
  permission: 'register:read',
  input: ReportsAsked,
  from: [deliveries],
  takesAsOf: true,
  async ask(db, { programme, period }, { asOf }): Promise<Reports | undefined> {
    const span = period === undefined ? undefined : spanOf(period);
    if (period !== undefined && !span) return undefined;
    const every = span?.every ?? 'once';
    const asked = await askedIn(db, { programme }, asOf?.on);
    const steps = await db
      .selectFrom('output_steps').select(['award', 'output', 'step', 'document', 'effective_on as effectiveOn']).where('programme', '=', programme).where('period', '=', period ?? '')
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').execute();
    const sent = Map.groupBy(steps, ({ award, output }) => `${award} ${output}`);
    const worked = (await workedOn(db, programme, asOf?.on)).filter(({ beganOn, endedOn }) => !span || (beganOn <= span.until && (endedOn === null || endedOn >= span.from)));
    const reports = worked.flatMap(({ award, recipientName, round, beganOn }) => {
      const due = asked.find((each) => each.round === round)?.reports.filter((each) => each.every === every) ?? [];
      return due.map(({ output, name, dueDays }): ReportRow => {
        const dueOn = addDays(span?.until ?? toDate(beganOn), dueDays);
        const submitted = (sent.get(`${award} ${output}`) ?? []).filter(({ step }) => step === 'submitted');
        const receivedOn = submitted[0]?.effectiveOn ?? null;
        const stage = (sent.get(`${award} ${output}`)?.at(-1)?.step ?? null) as ReportRow['stage'];
        return { award, recipientName, output, name, dueOn, receivedOn, stage, document: submitted.at(-1)?.document ?? null, isLate: receivedOn !== null && toDate(receivedOn) > dueOn };
      });
    });
    const missing = reports.filter(({ receivedOn }) => receivedOn === null);
    const overdue = asOf ? missing.filter(({ dueOn }) => dueOn < asOf.on).length : null;
    return { period: period ?? null, reports, due: reports.length, received: reports.length - missing.length, missing: missing.length, overdue };
  },
});

import { reference, type AwardRef, type IsoDate } from '#kernel';
import { questionOn } from '../question-on.js';
import { askedIn, type Deliveries, type PhaseAsked, type ReportAsked } from './asked-of-awards.js';
import { deliveries } from './deliveries.js';

/** A phase of an award's project. Pence; null where the phase leaves its sum open. */
export interface PhaseOfAward {
  readonly phase: string;
  readonly name: string;
  readonly number: number;
  readonly payableMinor: number | null;
  /** `closed`: outputs that open it are missing; `open`: it may start. */
  readonly stage: 'closed' | 'open' | 'started' | 'ended';
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** Outputs that open it, and those of them that were not accepted yet, by their names. */
  readonly needs: PhaseAsked['needs'];
  readonly missing: readonly string[];
}
/** What was submitted for an award: the last of each output and period. */
export interface OutputOfAward {
  readonly output: string;
  /** Empty where the output comes once. */
  readonly period: string;
  readonly name: string;
  readonly stage: 'submitted' | 'accepted' | 'sent-back';
  readonly document: string;
  readonly submittedOn: string;
  /** How often it was submitted. */
  readonly times: number;
  readonly answeredOn: string | null;
  /** Why it was sent back. */
  readonly reason: string | null;
}
export interface DeliveryPage {
  readonly award: string;
  readonly programme: string;
  readonly round: string;
  readonly phases: readonly PhaseOfAward[];
  /** What may be paid in the phases that have started, all together; null where they set no bound. Pence. */
  readonly payableMinor: number | null;
  readonly outputs: readonly OutputOfAward[];
  /** Reports that the terms of its round ask for. */
  readonly reports: readonly ReportAsked[];
}

class AwardAsked {
  @reference('AW', 'Award') award!: AwardRef;
}

export const deliveryPage = questionOn('delivery', {
  summary: 'How far an award has come: its phases and what each waits for and pays, what was submitted, and what became of it.',
  permission: 'register:read',
  input: AwardAsked,
  from: [deliveries],
  takesAsOf: true,
  async ask(db, { award }, { asOf }): Promise<DeliveryPage | undefined> {
    const found = await db.selectFrom('awards_delivering').select(['programme', 'round']).where('award', '=', award).executeTakeFirst();
    if (!found) return undefined;
    const { programme, round } = found;
    const asked = (await askedIn(db, { round }, asOf?.on)).at(0);
    const outputs = await outputsOf(db, award, asOf?.on);
    const accepted = new Set(outputs.filter(({ stage }) => stage === 'accepted').map(({ output }) => output));
    const steps = await db
      .selectFrom('phase_steps').select(['phase', 'step', 'effective_on as on']).where('award', '=', award)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').execute();
    const dayOf = (phase: string, step: string): string | null => steps.find((each) => each.phase === phase && each.step === step)?.on ?? null;
    const phases = (asked?.phases ?? []).map(
      (each) => phaseOf(each, { startedOn: dayOf(each.phase, 'started'), endedOn: dayOf(each.phase, 'ended') }, accepted),
    );
    return { award, programme, round, phases, payableMinor: payableIn(phases), outputs, reports: asked?.reports ?? [] };
  },
});

function phaseOf({ needs, ...phase }: PhaseAsked, days: Pick<PhaseOfAward, 'startedOn' | 'endedOn'>, accepted: ReadonlySet<string>): PhaseOfAward {
  const missing = days.startedOn === null ? needs.filter(({ output }) => !accepted.has(output)).map(({ name }) => name) : [];
  const stage = days.endedOn !== null ? 'ended' : days.startedOn !== null ? 'started' : missing.length > 0 ? 'closed' : 'open';
  return { ...phase, ...days, needs, missing, stage };
}

/** As payments are bounded: no bound where no phase says what it pays, or where one that has started leaves its sum open. */
function payableIn(phases: readonly PhaseOfAward[]): number | null {
  const started = phases.filter(({ startedOn }) => startedOn !== null);
  if (phases.every(({ payableMinor }) => payableMinor === null) || started.some(({ payableMinor }) => payableMinor === null)) return null;
  return started.reduce((sum, { payableMinor }) => sum + (payableMinor ?? 0), 0);
}

async function outputsOf(db: Deliveries, award: string, on: IsoDate | undefined): Promise<readonly OutputOfAward[]> {
  const steps = await db
    .selectFrom('output_steps').select(['output', 'period', 'name', 'step', 'document', 'reason', 'effective_on as on']).where('award', '=', award)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
  return [...Map.groupBy(steps, ({ output, period }) => `${output} ${period}`).values()].flatMap((all) => {
    const submissions = all.filter(({ step }) => step === 'submitted');
    const [last, sent] = [all.at(-1), submissions.at(-1)];
    if (!last || !sent) return [];
    const { output, period, name } = sent;
    const isAnswered = last.step !== 'submitted';
    return [{
      output, period, name, stage: last.step as OutputOfAward['stage'], document: sent.document ?? '', submittedOn: sent.on, times: submissions.length,
      answeredOn: isAnswered ? last.on : null, reason: isAnswered ? last.reason : null,
    }];
  });
}

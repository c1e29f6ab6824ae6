import { code, type Code } from '#kernel';
import { questionOn } from '../question-on.js';
import { advised } from './advice.js';

export interface AdviceRow {
  readonly reference: string;
  readonly topic: string;
  readonly on: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  /** How many bodies had it, where they are not named. */
  readonly least: number | null;
  readonly most: number | null;
  readonly expert: string | null;
  readonly daysHundredths: number | null;
}
export interface AdviceSeen {
  readonly advice: readonly AdviceRow[];
  readonly daysHundredths: number;
  /** Bodies that had advice: one for each that is named, and for the rest between these bounds. A body that came twice counts once. */
  readonly bodies: { readonly least: number; readonly most: number };
}

class AdviceAsked {
  @code('Programme') programme!: Code;
}

export const adviceList = questionOn('advice', {
  summary: 'Advice that a programme gave without an award: on what, to whom or to how many.',
  permission: 'register:read',
  input: AdviceAsked,
  from: [advised],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<AdviceSeen> {
    const rows = await db
      .selectFrom('advice').selectAll().where('programme', '=', programme)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const named = new Set(rows.flatMap(({ organisation }) => organisation ?? [])).size;
    const sum = (of: (row: (typeof rows)[number]) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
    return {
      advice: rows.map(({ reference, topic, effective_on: on, organisation, organisation_name: organisationName, least, most, expert, days: daysHundredths }) => ({
        reference, topic, on, organisation, organisationName, least, most, expert, daysHundredths,
      })),
      daysHundredths: sum(({ days }) => days),
      bodies: { least: named + sum(({ least }) => least), most: named + sum(({ most }) => most) },
    };
  },
});

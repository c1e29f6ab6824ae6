import { reference, type IsoDate, type RoundRef } from '#kernel';
import type { Form } from '#domain/programmes';
import { questionOn, type Known } from '../question-on.js';
import { schemes } from './schemes.js';

/** What an application for a round is asked, in the version that stands. */
export interface FormPage {
  readonly round: string;
  readonly name: string;
  readonly programme: string;
  readonly version: number;
  readonly since: string;
  readonly opensOn: string | null;
  readonly lastDay: string | null;
  readonly questions: Form;
  /** Newest first. */
  readonly versions: readonly { readonly version: number; readonly since: string; readonly reason: string | null; readonly questions: number }[];
}

class FormAsked {
  @reference('RD', 'Round') round!: RoundRef;
}

export const formPage = questionOn('form', {
  summary: 'The questions that applications for a round answer, and the versions that there were.',
  permission: 'register:read',
  input: FormAsked,
  from: [schemes],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<FormPage | undefined> {
    const holder = await db.selectFrom('scheme_holders').select(['programme', 'name', 'opens_on as opensOn', 'last_day as lastDay']).where('holder', '=', round).executeTakeFirst();
    const forms = await formOf(db, round, asOf?.on);
    const [newest] = forms;
    if (!holder || !newest) return undefined;
    const { version, since, questions } = newest;
    return { round, ...holder, version, since, questions, versions: forms.map((each) => ({ version: each.version, since: each.since, reason: each.reason, questions: each.questions.length })) };
  },
});

/** Newest first. */
export async function formOf(db: Known<[typeof schemes]>, round: RoundRef, on: IsoDate | undefined) {
  const rows = await db
    .selectFrom('form_versions').select(['version', 'questions', 'reason', 'effective_on as since']).where('round', '=', round)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('version', 'desc').execute();
  return rows.map(({ questions, ...rest }) => ({ ...rest, questions: JSON.parse(questions) as Form }));
}

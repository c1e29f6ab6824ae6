import { reference, type ApplicationRef, type OrganisationRef } from '#kernel';
import { answerField, type Answer } from '#domain/applications';
import { questionOn } from '../question-on.js';
import { applicationRow, applicationsAsOf } from './application-row.js';
import { applications } from './applications.js';

/** An answer, and the same in words. */
export interface AnswerRow {
  readonly question: string;
  readonly answer: Answer;
  readonly words: string;
}
const answered = ({ question, answer }: { readonly question: string; readonly answer: string }): AnswerRow => {
  const given = JSON.parse(answer) as Answer;
  return { question, answer: given, words: answerField.spec.show(given) };
};

/** What an application says, in the sending that stands. */
export interface AnswersPage {
  readonly application: string;
  readonly round: string;
  readonly organisation: string;
  readonly sent: number;
  readonly sentOn: string;
  /** Of the form that it answers; none where the round has no form. */
  readonly formVersion: number | null;
  readonly termsVersion: number | null;
  /** Why it was sent again. */
  readonly reason: string | null;
  /** `reused` where the body had given the same answer before. */
  readonly answers: readonly (AnswerRow & { readonly reused: boolean })[];
}

class AnswersAsked {
  @reference('AP', 'Application') application!: ApplicationRef;
}

export const answersPage = questionOn('answers', {
  summary: 'What an application answers to the questions of its form.',
  permission: 'application:read',
  input: AnswersAsked,
  from: [applications],
  takesAsOf: true,
  async ask(db, { application }, { asOf }): Promise<AnswersPage | undefined> {
    const kept = await db.selectFrom('applications').select(applicationRow).where('reference', '=', application).executeTakeFirst();
    const found = kept && asOf ? (await applicationsAsOf(db, [kept], asOf.on))[0] : kept;
    if (!found) return undefined;
    const { round, organisation, sent } = found;
    const sending = await db
      .selectFrom('application_sendings').select(['form_version as formVersion', 'terms_version as termsVersion', 'reason', 'effective_on as sentOn'])
      .where('application', '=', application).where('sent', '=', sent).executeTakeFirstOrThrow();
    const given = await db
      .selectFrom('application_answers').select(['question', 'answer', 'reused']).where('application', '=', application).where('sent', '=', sent).orderBy('position').orderBy('line').execute();
    return { application, round, organisation, sent, ...sending, answers: given.map((each) => ({ ...answered(each), reused: each.reused === 1 })) };
  },
});

/** What a body told before: offered again wherever a form asks the same question. */
export type KnownAnswer = AnswerRow & { readonly application: string; readonly toldOn: string };

class ProfileAsked {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

export const profilePage = questionOn('profile', {
  summary: 'What an organisation told in its applications and need not tell again.',
  permission: 'application:read',
  input: ProfileAsked,
  from: [applications],
  async ask(db, { organisation }): Promise<readonly KnownAnswer[]> {
    const known = await db.selectFrom('known_answers').select(['question', 'answer', 'application', 'told_on as toldOn']).where('organisation', '=', organisation).orderBy('question').execute();
    return known.map(({ application, toldOn, ...each }) => ({ ...answered(each), application, toldOn }));
  },
});

import { keeping, kept, nothingKeyed, stream, type ApplicationRef, type Code, type IsoDate, type Keyed } from '#kernel';
import type { Form, Question } from '#domain/programmes';
import { answerTo, sameAnswer, type Answer, type Answers } from './answers.js';
import { answerFits } from './policies/answers-must-fit.js';
import * as events from './profile.events.js';

/** An answer that a body gave before: it is offered again with the day on which it was told. */
export interface Known {
  readonly answer: Answer;
  readonly on: IsoDate;
  readonly from: ApplicationRef;
}
/** What an organisation told us, by question: the newest answer to each that a form marked as reusable. */
export interface ProfileState {
  readonly known: Keyed<Known>;
}

export const profile = stream('profile', { noun: 'profile of organisation', events, initial: { known: nothingKeyed } as ProfileState }).evolvedBy({
  AnswersKept: ({ known }, { answers, from }, { on }) => ({
    known: answers.reduce((before, { question, answer }) => keeping(before, question, { answer, on, from }), known),
  }),
});

/** A declaration is made anew each time, whatever the form says. */
const isKept = ({ reusable, answer }: Question): boolean => reusable && answer.kind !== 'declaration';

/** What is given, and for each reusable question that it leaves out what the body told before, where that fits the question of today. */
export function completed(form: Form, given: Answers, { known }: ProfileState): { readonly answers: Answers; readonly reused: readonly { readonly question: Code }[] } {
  const before = form.flatMap((question) => {
    const told = isKept(question) ? kept(known, question.code)?.answer : undefined;
    return told && answerFits(question, told) ? [{ question: question.code, answer: told }] : [];
  });
  const left = before.filter(({ question }) => !answerTo(given, question));
  const told = before.filter(({ question, answer }) => sameAnswer(answerTo(given, question) ?? answer, answer));
  return { answers: [...given, ...left], reused: told.map(({ question }) => ({ question })) };
}

/** The reusable answers that are new, or differ from what is known. */
export const toKeep = (form: Form, answers: Answers, { known }: ProfileState): Answers =>
  answers.filter(({ question, answer }) => {
    const told = kept(known, question)?.answer;
    return form.some((each) => each.code === question && isKept(each)) && !(told && sameAnswer(told, answer));
  });

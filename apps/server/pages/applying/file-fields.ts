import type { Problem } from '#kernel';
import type { Form } from '#domain/programmes';
import type { FormField } from '../../forms/form-field.js';
import type { Words } from '../../forms/read-form.js';
import { acceptedBy, fileQuestions, fileWords, sentInWords, takenInWords } from './file-answers.js';

/** A question for a file as a box that takes one, with what came before beside it; any other field as it is. */
export function fieldForFile(field: FormField, form: Form, { words, problems }: { readonly words: Words; readonly problems: readonly Problem[] }): FormField {
  const question = fileQuestions(form).find(({ code }) => field.name === `answers.${code}`);
  if (!question) return field;
  const { code, hint, required, answer: asked } = question;
  const at = fileWords(code);
  const sent = sentInWords(words, code);
  return {
    ...field,
    widget: 'file',
    name: at.box,
    hint: [...(hint === undefined ? [] : [/[.?!]$/.test(hint) ? hint : `${hint}.`]), takenInWords(asked)].join(' '),
    error: problems.find(({ field: about }) => about === `answers.${code}`)?.message,
    fields: sent === undefined ? [] : (field.fields ?? []).map((each) => ({ ...each, widget: 'given', error: undefined })),
    file: { accept: acceptedBy(asked), sent, leftOut: sent === undefined || required ? undefined : at.leftOut },
  };
}

/** What is wrong with answers, with one sentence for each file: nobody types the parts of what is known of it. */
export function aboutFiles(form: Form, misread: readonly Problem[], found: readonly Problem[]): readonly Problem[] {
  const questions = fileQuestions(form);
  const ofFile = ({ field }: Problem) => questions.find(({ code }) => field === `answers.${code}` || field.startsWith(`answers.${code}.`));
  const others = misread.filter((problem) => !ofFile(problem));
  const missing = questions.filter(
    (question) => misread.some((problem) => ofFile(problem) === question) && !found.some((problem) => ofFile(problem) === question),
  );
  return [...others, ...found, ...missing.map(({ code, ask }) => ({ field: `answers.${code}`, message: `Choose a file for “${ask}”` }))];
}

import type { Answers, Partner } from '#domain/applications';
import type { Words } from '../../forms/read-form.js';
import { typedFrom } from './questions-as-fields.js';

interface Standing {
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly answers: Answers;
}

/** What an application says now, as the words of its form: whoever sends it again changes what they like. */
export function wordsSentBefore({ title, partners, answers }: Standing): Words {
  const named = partners.map(({ organisation, role }, row) => ({ [`partners.${row}.organisation`]: organisation, [`partners.${row}.role`]: role }));
  return Object.assign({ title }, ...named, ...answers.map(({ question, answer }) => typedFrom(answer, `answers.${question}`))) as Words;
}

import { questionType } from '#domain/programmes';
import type { FormPage } from '#views/schemes';
import { stepsFor, type Step } from '../../forms/next-steps.js';
import { columns, onDay, words, type Table } from '../../layout/table.js';
import { inWords } from '../../layout/words.js';
import type { Visit } from '../../visits/visit.js';

export interface FormModel {
  readonly of: string;
  readonly since: string;
  readonly dates: string;
  readonly questions: readonly { readonly ask: string; readonly code: string; readonly hint: string | undefined; readonly answer: string; readonly notes: readonly string[] }[];
  readonly versions: Table | undefined;
  readonly actions: readonly Step[];
}

export function formModel({ round, version, since, opensOn, lastDay, questions, versions }: FormPage, visit: Visit): FormModel {
  const dates = [...(opensOn === null ? [] : [`opens on ${inWords(opensOn)}`]), ...(lastDay === null ? [] : [`the last day is ${inWords(lastDay)}`])];
  return {
    of: round,
    since: `Version ${version}, since ${inWords(since)}`,
    dates: dates.length === 0 ? 'It takes applications while it is open' : `It ${dates.join('; ')}`,
    questions: questions.map(({ ask, code, hint, required, reusable, answer }) => ({
      ask, code, hint, answer: `Answered by ${questionType.spec.show(answer)}`,
      notes: [...(required ? [] : ['It may be left out']), ...(reusable ? ['The answer is kept for the body’s next application'] : [])],
    })),
    versions: versions.length < 2 ? undefined : {
      id: 'versions', caption: 'Versions of the form', heads: columns('Version', 'Since', 'Questions', 'Why'),
      rows: versions.map((each) => [words(String(each.version)), onDay(each.since), words(String(each.questions)), words(each.reason ?? '')]),
    },
    actions: stepsFor(visit, ['SetForm'], `/rounds/${round}`, round),
  };
}

import { fieldsOf } from '#kernel';
import { apiRoot, questionPath } from '#platform/openapi';
import { questions } from '#views';

/** Where a thing of this kind can be asked about: by the question of the same name that takes its reference and nothing else. */
export function questionAbout(category: string): ((reference: string) => string) | undefined {
  const question = questions.find(({ name }) => name === category);
  const required = question ? [...fieldsOf(question.input)].filter(([, spec]) => spec.required).map(([field]) => field) : [];
  const [field] = required;
  if (!question || field === undefined || required.length > 1) return undefined;
  return (reference) => `${apiRoot}${questionPath(question.name)}?${new URLSearchParams({ [field]: reference }).toString()}`;
}

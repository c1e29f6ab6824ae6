import { fieldsOf, type QuestionDeclaration } from '#kernel';
import { apiRoot, questionPath } from '#platform/openapi';
import { pageOf, type Paged } from '#views';

type Words = Readonly<Record<string, string>>;

const isPage = (answer: object): answer is Paged<unknown> => 'rows' in answer && Array.isArray(answer.rows) && 'total' in answer && typeof answer.total === 'number';
const numberOf = (word: string | undefined): number | undefined => (word === undefined ? undefined : Number(word));

/** The words that ask for what comes after this page: the next one, or, in a history, what lies before the last entry. */
function further({ input }: Pick<QuestionDeclaration, 'input'>, words: Words, answer: object): Words | undefined {
  const fields = fieldsOf(input);
  if (fields.has('before')) return 'before' in answer && typeof answer.before === 'number' ? { before: String(answer.before) } : undefined;
  if (!fields.has('page') || !isPage(answer)) return undefined;
  const [page = 1, size] = [numberOf(words['page']), numberOf(words['size'])];
  const { offset } = pageOf({ page, ...(size === undefined ? {} : { size }) });
  return answer.rows.length > 0 && offset + answer.rows.length < answer.total ? { page: String(page + 1) } : undefined;
}

/** Address of the next page, pinned to the position of this one so that nothing moves between pages; undefined on the last. */
export function nextPage(question: Pick<QuestionDeclaration, 'name' | 'input'>, words: Words, answer: object, { position, asOf }: { readonly position: number; readonly asOf: string | undefined }): string | undefined {
  const more = further(question, words, answer);
  if (!more) return undefined;
  const search = new URLSearchParams({ ...words, ...more, ...(asOf === undefined ? {} : { asOf }), knownAt: `@${position}` });
  return `${apiRoot}${questionPath(question.name)}?${search.toString().replaceAll('%40', '@')}`;
}

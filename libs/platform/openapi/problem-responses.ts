import { problemType } from './addresses.js';
import { ref, type Part } from './parts.js';
import { problemKinds, type ProblemKind, type ProblemKindName } from './problem-kinds.js';

const kinds = Object.entries(problemKinds) as [ProblemKindName, ProblemKind][];
/** What is wrong with a certain input differs; the rest of each kind is always the same. */
const particular: Partial<Record<ProblemKindName, Part>> = {
  'invalid-input': { errors: [{ pointer: '#/ceiling', detail: 'Ceiling must be more than £0.00' }] },
  'key-reused': { differs: 'ceiling' },
};

/** A problem of a kind, as it may be answered. */
export function problemExample(kind: ProblemKindName): Part {
  const { status, title, says } = problemKinds[kind];
  return { summary: title, value: { type: problemType(kind), title, status, detail: says, ...particular[kind] } };
}

/** Kinds that share a status share a response; the first of them names it. */
const nameOf = (status: number): ProblemKindName => kinds.find(([, kind]) => kind.status === status)?.[0] ?? 'mistake';

/** The answer to each kind of problem. What a rule refuses is each command's own (409). */
export const sharedResponses: Part = Object.fromEntries(
  [...new Set(kinds.map(([, { status }]) => status))].filter((status) => status !== 409).map((status) => {
    const same = kinds.filter(([, kind]) => kind.status === status);
    const description = same.map(([, { title }]) => title).join('; or: ');
    const examples = Object.fromEntries(same.map(([name]) => [name, problemExample(name)]));
    return [nameOf(status), { description, content: { 'application/problem+json': { schema: ref('schemas/Problem'), examples } } }];
  }),
);

/** Responses by status. */
export const answersFor = (...statuses: readonly number[]): Part => Object.fromEntries(statuses.map((status) => [status, ref(`responses/${nameOf(status)}`)]));

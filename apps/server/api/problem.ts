import type { CommandDeclaration, Problem } from '#kernel';
import type { Refused } from '#platform/engine';
import { problemKinds, problemType, refusalTitle, refusalType, type ProblemKindName } from '#platform/openapi';

/** RFC 9457: what went wrong, for programs. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** A problem on its way out. */
export class ApiProblem extends Error {
  constructor(
    readonly document: ProblemDocument,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(document.detail);
  }
}

export function problem(kind: ProblemKindName, detail?: string, members: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): ApiProblem {
  const { status, title, says } = problemKinds[kind];
  return new ApiProblem({ ...members, type: problemType(kind), title, status, detail: detail ?? says }, headers);
}

/** A rule said no: the sentence as the page says it, and what it rests on. */
export const refused = ({ name }: Pick<CommandDeclaration, 'name'>, { refusal, sentence, details }: Refused): ApiProblem =>
  new ApiProblem({ ...details, type: refusalType(name, refusal), title: refusalTitle(refusal), status: 409, detail: sentence });

/** What is wrong with parameters of the address. */
export const wrongParameters = (...problems: readonly Problem[]): ApiProblem =>
  problem('invalid-input', undefined, { errors: problems.map(({ field, message }) => ({ ...(field === '' ? {} : { parameter: parameterOf(field) }), detail: message })) });

/** The clocks go by other names in the addresses of pages. */
const parameterOf = (field: string): string => (field === 'known-at' ? 'knownAt' : field === 'as-of' ? 'asOf' : field);

/** What is wrong with a body, each field as a JSON Pointer (RFC 6901) in a fragment; `on` stands in the address. */
export const wrongBody = (problems: readonly Problem[], hasField: (name: string) => boolean): ApiProblem =>
  problem('invalid-input', undefined, {
    errors: problems.map(({ field, message }) => ({ ...(field === 'on' && !hasField('on') ? { parameter: field } : { pointer: pointerTo(field) }), detail: message })),
  });

const pointerTo = (field: string): string =>
  `#${field === '' ? '' : field.split('.').map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed())}`).join('')}`;

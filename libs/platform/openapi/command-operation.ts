import { schemaOf, type CommandDeclaration } from '#kernel';
import { problemType, refusalTitle, refusalType } from './addresses.js';
import { ref, type Part } from './parts.js';
import { answersFor, problemExample } from './problem-responses.js';

type Told = Pick<CommandDeclaration, 'name' | 'input' | 'summary' | 'permission' | 'refusals' | 'of'>;

export const inputSchema = ({ input, summary }: Told): Part => ({ description: summary, ...schemaOf(input) });

/** How a command is posted, and every way in which it may end. */
export const commandOperation = (command: Told): Part => ({
  operationId: command.name,
  tags: ['commands'],
  summary: command.summary,
  'x-permission': command.permission,
  'x-stream': command.of.category,
  parameters: [ref('parameters/IdempotencyKey'), ref('parameters/On'), ref('parameters/Rehearse')],
  requestBody: { required: true, content: { 'application/json': { schema: ref(`schemas/${command.name}`) } } },
  responses: {
    '200': {
      description: 'Done and stored, or rehearsed',
      headers: { 'Tallystick-Position': ref('headers/Position'), Location: { description: 'Where the thing can be asked about, where a question does so', schema: { type: 'string' } } },
      content: { 'application/json': { schema: ref('schemas/Done') } },
    },
    ...answersFor(400, 401, 403, 404, 412, 413, 415, 429, 500, 503),
    '409': refused(command),
  },
});

/** A rule said no, or the key was used for something else. Each refusal is an example, its sentence as it is declared. */
function refused({ name, refusals }: Told): Part {
  const own = Object.entries(refusals).map(([refusal, sentence]) => [refusal, { summary: sentence, value: { type: refusalType(name, refusal), title: refusalTitle(refusal), status: 409, detail: sentence } }] as const);
  const types = [...own.map(([, { value }]) => value.type), problemType('key-reused')];
  return {
    description: 'Refused by a rule, or the idempotency key was used for something else',
    content: {
      'application/problem+json': {
        schema: { allOf: [ref('schemas/Problem'), { type: 'object', properties: { type: { enum: types } } }] },
        examples: Object.fromEntries([...own, ['key-reused', problemExample('key-reused')]]),
      },
    },
  };
}

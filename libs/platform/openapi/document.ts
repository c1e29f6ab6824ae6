import type { CommandDeclaration } from '#kernel';
import { apiRoot, commandPath, questionPath } from './addresses.js';
import { commandOperation, inputSchema } from './command-operation.js';
import { fileOperations } from './file-operations.js';
import { ref, sharedParameters, sharedSchemas, type Part } from './parts.js';
import { answersFor, sharedResponses } from './problem-responses.js';
import { deprecated, deprecations } from './deprecations.js';
import { questionOperation, type Asked } from './question-operation.js';
import { apiVersion } from './version.js';

const sorted = <T extends { readonly name: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
const inQuery = (name: string, description: string, schema: Part): Part => ({ name, in: 'query', required: false, description, schema });
const json = (schema: Part): Part => ({ 'application/json': { schema } });

const events: Part = {
  operationId: 'read-events',
  tags: ['events'],
  summary: 'The log itself, by position: read on from "next" and nothing is lost or doubled.',
  'x-permission': 'audit:read',
  parameters: [
    inQuery('after', 'Events behind this position', { type: 'integer', minimum: 0, default: 0 }),
    inQuery('limit', 'At most so many', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
    inQuery('stream', 'Only of this stream, such as award-AW-2012-004', { type: 'string' }),
    inQuery('types', 'Only of these types, with commas between them', { type: 'string' }),
  ],
  responses: {
    '200': {
      description: 'Events in the order of the log',
      headers: { 'Tallystick-Position': ref('headers/Position') },
      content: json({
        type: 'object',
        required: ['events', 'next', 'caughtUp'],
        properties: {
          events: { type: 'array', items: ref('schemas/Event') },
          next: { type: 'string', description: 'Where to read on, now or later' },
          caughtUp: { type: 'boolean', description: 'Nothing more was there when it was read' },
        },
      }),
    },
    ...answersFor(400, 401, 403, 429, 500, 503),
  },
};

const openToAll = (operationId: string, summary: string): Part => ({
  operationId, tags: ['contents'], summary, security: [],
  responses: { '200': { description: summary, content: json({ type: 'object' }) }, ...answersFor(429, 500) },
});

/** The whole API in OpenAPI 3.1, from the declarations and nothing else. The same declarations give the same bytes. */
export function openApiOf(commands: readonly CommandDeclaration[], questions: readonly Asked[], announced = deprecations): Part {
  const at = (path: string, method: string, operation: Part) => [path, { [method]: { ...operation, ...deprecated(path, announced) } }] as const;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tallystick', version: apiVersion, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Every command and every question of Tallystick, derived from their declarations. How to call it, what counts as a break and how one is announced: docs/api.md.',
    },
    servers: [{ url: apiRoot, description: 'On the server that you use' }],
    security: [{ token: [] }],
    tags: [
      { name: 'commands', description: 'What changes the record: each is one decision, stored once however often it is sent' },
      { name: 'questions', description: 'What the record says: now, or as it was known at any moment' },
      { name: 'events', description: 'The record itself' },
      { name: 'files', description: 'Files that answer a question: kept first, then named by the answer' },
      { name: 'contents', description: 'What there is' },
    ],
    paths: {
      '/': { get: openToAll('contents', 'Where everything is') },
      '/openapi.json': { get: openToAll('openapi', 'This document') },
      '/commands': { get: openToAll('list-commands', 'Every command, with its permission and its refusals') },
      '/questions': { get: openToAll('list-questions', 'Every question, with its permission') },
      ...Object.fromEntries(sorted(commands).map((command) => at(commandPath(command.name), 'post', commandOperation(command)))),
      ...Object.fromEntries(sorted(questions).map((question) => at(questionPath(question.name), 'get', questionOperation(question)))),
      '/events': { get: events },
      ...fileOperations,
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of the account page: a role, a scope and a day on which it ends. Cookies count for nothing here.' } },
      headers: { Position: { description: 'The place in the log that the answer stands for', schema: { type: 'integer', minimum: 0 } } },
      parameters: sharedParameters,
      responses: sharedResponses,
      schemas: { ...sharedSchemas, ...Object.fromEntries(sorted(commands).map((command) => [command.name, inputSchema(command)])) },
    },
  };
}

/** The document as it is committed and served. */
export const openApiText = (commands: readonly CommandDeclaration[], questions: readonly Asked[]): string => `${JSON.stringify(openApiOf(commands, questions), null, 1)}\n`;

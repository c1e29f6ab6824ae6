import { fieldsOf, type FieldSpec, type QuestionDeclaration } from '#kernel';
import { ref, type Part } from './parts.js';
import { answersFor } from './problem-responses.js';

export type Asked = Pick<QuestionDeclaration<object, unknown, never>, 'name' | 'input' | 'summary' | 'permission' | 'takesAsOf'>;

/** Parameters that stand beside a question's own fields, so that no field may be called so. */
export const clockWords = ['knownAt', 'asOf'] as const;

const parameter = (name: string, { label, hint, required, schema }: FieldSpec): Part => ({ name, in: 'query', required, description: hint === undefined ? label : `${label}. ${hint}`, schema });

/** How a question is asked. Its answer is what the page of the same name shows; the shape is the question's own. */
export const questionOperation = ({ name, input, summary, permission, takesAsOf }: Asked): Part => ({
  operationId: `ask-${name}`,
  tags: ['questions'],
  summary,
  'x-permission': permission,
  parameters: [...[...fieldsOf(input)].map(([field, spec]) => parameter(field, spec)), ref('parameters/KnownAt'), ...(takesAsOf ? [ref('parameters/AsOf')] : [])],
  responses: {
    '200': {
      description: 'The answer, and the moment that it stands for',
      headers: { 'Tallystick-Position': ref('headers/Position') },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['knownAt', 'answer'],
            properties: {
              knownAt: ref('schemas/KnownAt'),
              ...(takesAsOf ? { asOf: ref('schemas/AsOf') } : {}),
              answer: { description: summary },
              ...(isPaged(input) ? { next: { type: 'string', description: 'The next page, pinned to the same moment; left out on the last' } } : {}),
            },
          },
        },
      },
    },
    ...answersFor(400, 401, 403, 404, 429, 500, 503),
  },
});

/** A list by pages, or a history that goes back by position. */
export const isPaged = (input: Asked['input']): boolean => fieldsOf(input).has('page') || fieldsOf(input).has('before');

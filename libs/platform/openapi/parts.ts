import type { JsonSchema } from '#kernel';

/** Part of a document: what JSON holds. */
export type Part = Readonly<Record<string, unknown>>;

export const ref = (place: string): Part => ({ $ref: `#/components/${place}` });
const text = (description: string): JsonSchema => ({ type: 'string', description });
const position: JsonSchema = { type: 'integer', minimum: 0, description: 'A place in the log: the n-th event' };

const record = (properties: Part, required: readonly string[] = Object.keys(properties)): JsonSchema => ({ type: 'object', required, properties });

/** Schemas that every command and question shares. */
export const sharedSchemas: Part = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    description: 'RFC 9457. A refusal adds its details as members.',
    properties: {
      type: text('Leads to the page that explains it'), title: text('The kind of problem'), status: { type: 'integer' }, detail: text('What to do about it'),
      errors: {
        type: 'array',
        description: 'What is wrong with the input, one entry for each field or parameter',
        items: record({ detail: text('What to write instead'), pointer: text('JSON Pointer of the field, as a fragment'), parameter: text('Name of the parameter of the address') }, ['detail']),
      },
    },
  },
  Done: record({
    reference: text('What the command was about, or the reference that was given'),
    position: { ...position, description: 'The last position that was written; 0 after a rehearsal' },
    repeated: { type: 'boolean', description: 'The key had been used for this very command: nothing was written again' },
    events: { type: 'array', items: record({ type: text('Such as AwardApproved'), stream: text('Such as award-AW-2012-004'), sentence: text('As the timeline prints it') }) },
  }),
  KnownAt: record({ position, words: text('Such as "the end of 12 June 2012"') }),
  AsOf: record({ on: { type: 'string', format: 'date' }, words: text('Such as "13 June 2012"') }),
  Event: {
    ...record({
      position, id: { type: 'string', format: 'uuid' }, type: text('Such as AwardApproved'), schema: { type: 'integer', minimum: 1 }, stream: text('Such as award-AW-2012-004'), version: { type: 'integer', minimum: 1 },
      recordedAt: { type: 'string', format: 'date-time' }, effectiveOn: { type: 'string', format: 'date' }, sentence: text('As the timeline prints it'),
      meta: { type: 'object', additionalProperties: { type: 'string' }, description: 'Who, in which role, by which command, because of what' },
      data: { type: 'object', description: 'As stored: see the catalogue of events' },
    }),
  },
};

const inQuery = (name: string, description: string, schema: JsonSchema): Part => ({ name, in: 'query', required: false, description, schema });
const moment = '^(@\\d{1,15}|\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?)$';

export const sharedParameters: Part = {
  IdempotencyKey: {
    name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
    description: 'Chosen by the caller, new for each wish. The same key with the same content comes to the same result, however often it is sent. A rehearsal needs none.',
  },
  On: inQuery('on', 'The day on which it takes effect; today in London when left out', { type: 'string', format: 'date' }),
  Rehearse: inQuery('rehearse', 'Decide and store nothing: what would happen?', { type: 'boolean' }),
  KnownAt: inQuery('knownAt', 'What was known then: a day (its end in London), a London time, or @ and a position; now when left out', { type: 'string', pattern: moment }),
  AsOf: inQuery('asOf', 'What was so on this day, as far as it was known', { type: 'string', format: 'date' }),
};

import type { Part } from './parts.js';
import { answersFor } from './problem-responses.js';

const digest: Part = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the bytes, in hexadecimal' };
const octets: Part = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

/** Files go beside the record: a command names one by its digest. */
export const fileOperations: Part = {
  '/files': {
    post: {
      operationId: 'keep-file',
      tags: ['files'],
      summary: 'Keep a file, and learn the digest by which an answer names it. The same bytes are kept once, however often they are sent.',
      'x-permission': 'application:submit',
      requestBody: { required: true, description: 'The bytes of the file, up to 25,000 kilobytes', content: octets },
      responses: {
        '200': {
          description: 'The file is kept',
          content: {
            'application/json': { schema: { type: 'object', required: ['digest', 'bytes'], properties: { digest, bytes: { type: 'integer', minimum: 1 } } } },
          },
        },
        ...answersFor(400, 401, 403, 413, 415, 429, 500, 503, 507),
      },
    },
  },
  '/files/{digest}': {
    get: {
      operationId: 'fetch-file',
      tags: ['files'],
      summary: 'A file that answers a question of an application. Each time is noted in the access log.',
      'x-permission': 'application:read',
      parameters: [
        { name: 'digest', in: 'path', required: true, schema: digest },
        {
          name: 'application',
          in: 'query',
          required: true,
          description: 'The application whose answers name it',
          schema: { type: 'string', pattern: '^AP-\\d{4}-\\d{3,6}$' },
        },
      ],
      responses: { '200': { description: 'The file as it was sent', content: octets }, ...answersFor(400, 401, 403, 404, 429, 500, 503) },
    },
  },
};

import { createServer } from 'node:http';
import supertest from 'supertest';
import { StoreFault } from '#platform/event-store';
import { ViewUnavailable } from '#platform/view-store';
import { openLog } from '#platform/telemetry';
import { answerProblem } from './answer-problem.js';

const answerTo = (thrown: unknown) => supertest(createServer((_, response) => answerProblem(thrown, response, openLog({ level: 'silent', part: 'server' })))).get('/');

describe('what nobody foresaw', () => {
  it('is our mistake: it gets a reference for the log, and says nothing about what is inside', async () => {
    const { status, body, text, type } = await answerTo(new Error('no such column: secret_hash'));
    expect([status, type, body.type]).toEqual([500, 'application/problem+json', '/problems/mistake']);
    expect(body.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(text).not.toContain('secret_hash');
    expect((await answerTo('a word')).status).toBe(500);
    expect((await answerTo(Object.assign(new Error('odd'), { status: 418 }))).status).toBe(500);
  });

  it('is a reason to come back when the log or a view is out of reach', async () => {
    for (const fault of [new StoreFault('disk-full', 'full'), new ViewUnavailable('late')]) {
      const { body, headers } = await answerTo(fault);
      expect([body.status, body.type, headers['retry-after']]).toEqual([503, '/problems/unavailable', '60']);
    }
  });
});

import { loadClient } from './client.js';

describe('the client for KurrentDB', () => {
  it('is optional: where it, or its native part, is missing, whoever opens a log with it is told what to install', async () => {
    const missing = loadClient(() => Promise.reject(Object.assign(new Error("Cannot find module '@kurrent/bridge-linux-x64-gnu'"), { code: 'MODULE_NOT_FOUND' })));
    await expect(missing).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/npm install @kurrent\/kurrentdb-client/) });
  });
});

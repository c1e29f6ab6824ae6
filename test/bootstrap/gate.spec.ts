import { inOneLine, sum, tallyOf } from '../../infra/ci/tally.js';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

describe('the last line of the gate', () => {
  it('adds up every suite', () => {
    expect(inOneLine(sum([tallyOf(0, report), { passed: 1, failed: 0, skipped: 0 }]))).toBe('8 passed, 0 failed');
  });

  it('names what was skipped', () => {
    expect(inOneLine(tallyOf(0, { ...report, numPendingTests: 2 }))).toBe('7 passed, 0 failed, 2 skipped');
  });

  it('counts a spec file that could not start as a failure', () => {
    expect(tallyOf(1, { ...report, numRuntimeErrorTestSuites: 1 }).failed).toBe(1);
  });

  it('counts a run that ends badly as a failure, although each test passed', () => {
    expect(tallyOf(1, report).failed).toBe(1);
  });

  it('counts a run without figures as a failure', () => {
    expect(tallyOf(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

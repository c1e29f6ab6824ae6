import { faultOf } from './faults.js';

describe('what a driver says without a code', () => {
  it.each([
    ['no password', 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', /asks for a password, and there is none/],
    ['a folder that is not there', 'Cannot open database because the directory does not exist', /folder is not there/],
    ['a connection that was lost', 'Connection terminated unexpectedly', /connection was lost/],
  ])('%s is told to the operator, without the password of the address', (_, said, told) => {
    const fault = faultOf('postgres://ann:secret@host/grants', new Error(said));
    expect(fault).toMatchObject({ kind: 'unreachable', message: expect.stringMatching(told) });
    expect(String(fault)).not.toContain('secret');
  });

  it('that nobody knows stays a mistake of ours', () => {
    const problem = new TypeError('undefined is not a function');
    expect(faultOf('postgres://host/grants', problem)).toBe(problem);
  });
});

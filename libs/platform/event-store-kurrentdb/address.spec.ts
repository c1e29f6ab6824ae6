import { parseAddress } from './address.js';

describe('the address of a log in KurrentDB', () => {
  it('gives the client everything but the password and the name of the log', () => {
    expect(parseAddress('kurrentdb://ann:hun%40ter%2F2@db.example:2113?tls=true&log=grants&tlsCAFile=%2Fetc%2Fca.crt')).toEqual({
      connectionString: 'kurrentdb://db.example:2113?tls=true&tlsCAFile=%2Fetc%2Fca.crt',
      credentials: { username: 'ann', password: 'hun@ter/2' },
      log: 'grants',
      shown: 'kurrentdb://db.example:2113',
    });
  });

  it('may name several nodes, or one name that stands for them', () => {
    expect(parseAddress('kurrentdb://a:2113,b:2113,c:2113?nodePreference=leader')).toMatchObject({ connectionString: 'kurrentdb://a:2113,b:2113,c:2113?nodePreference=leader', log: 'tallystick' });
    expect(parseAddress('kurrentdb+discover://db.example/')).toEqual({ connectionString: 'kurrentdb+discover://db.example', log: 'tallystick', shown: 'kurrentdb+discover://db.example' });
  });

  it.each([
    ['something that is no address', 'db.example:2113', /cannot be read/],
    ['a scheme of long ago', 'esdb://db.example', /cannot be read/],
    ['a user without a password', 'kurrentdb://ann@db.example', /needs a password/],
    ['a password that is not encoded', 'kurrentdb://ann:100%@db.example', /percent-encoded/],
    ['a setting that the client would ignore, and print the whole address', 'kurrentdb://ann:hunter2@db.example?tsl=true', /"tsl" is not a setting/],
    ['a setting that makes the client answer wrongly', 'kurrentdb://db.example?throwOnAppendFailure=false', /"throwOnAppendFailure" is not a setting/],
    ['a name of a log that would clash with others', 'kurrentdb://db.example?log=my-log', /cannot be called "my-log"/],
  ])('refuses %s', (_, address, message) => {
    expect(() => parseAddress(address)).toThrow(message);
    expect(() => parseAddress(address)).not.toThrow(/hunter2/);
  });
});

import { addressOf, BadSetting, isSecure, readSettings } from './settings.js';

describe('settings', () => {
  it('without any, the server listens on this machine only', () => {
    expect(readSettings([], {})).toMatchObject({ demonstration: false, host: '127.0.0.1', port: 3000, logLevel: 'info' });
    expect(readSettings(['--demonstration'], {})).toMatchObject({ demonstration: true, logLevel: 'warn' });
  });

  it.each([
    [{ PORT: 'three' }, 'Write a number'],
    [{ PORT: '70000' }, 'Write a number'],
    [{ TALLYSTICK_URL: 'grants.example' }, 'https://'],
    [{ TALLYSTICK_URL: 'https://grants.example/path' }, 'without a path'],
    [{ PROXIES: 'many' }, 'how many'],
    [{ LOG_LEVEL: 'loud' }, 'fatal, error, warn'],
    [{ SECURITY_CONTACT: 'Bob' }, 'mailto:'],
  ])('%j is refused and says what to write', (environment, advice) => {
    expect(() => readSettings([], environment)).toThrow(BadSetting);
    expect(() => readSettings([], environment)).toThrow(advice);
  });

  it('an unknown word on the command line is refused', () => {
    expect(() => readSettings(['--demo'], {})).toThrow('--demonstration');
  });

  it('cookies are Secure when people come over https', () => {
    expect(isSecure(readSettings([], { TALLYSTICK_URL: 'https://grants.example' }))).toBe(true);
    expect(isSecure(readSettings([], {}))).toBe(false);
  });

  it('prints an address that can be opened', () => {
    expect(addressOf({ host: '0.0.0.0', publicAddress: undefined }, 3000)).toBe('http://127.0.0.1:3000');
    expect(addressOf({ host: '::1', publicAddress: undefined }, 3000)).toBe('http://[::1]:3000');
  });
});

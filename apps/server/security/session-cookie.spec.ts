import { sessionCookie } from './session-cookie.js';

describe('the cookie of a session', () => {
  it('over https it is Secure, bound to the host, and out of reach for scripts', () => {
    expect(sessionCookie(true).write('abc')).toBe('__Host-tallystick=abc; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  it('on a plain loopback address it goes by another name, without Secure', () => {
    expect(sessionCookie(false).write('abc')).toBe('tallystick=abc; Path=/; HttpOnly; SameSite=Lax');
  });

  it('is found among other cookies, and not by a name that only begins like it', () => {
    const { read } = sessionCookie(false);
    expect(read('theme=dark; tallystick=abc; x=y')).toBe('abc');
    expect(read('tallystick2=abc')).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
  });

  it('signing out makes the browser forget it', () => {
    expect(sessionCookie(false).write(undefined)).toContain('Max-Age=0');
  });
});

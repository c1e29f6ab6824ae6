import { hashPassphrase, isPassphrase, passphraseTrouble } from './passphrases.js';

describe('a passphrase as it is kept', () => {
  it('is known again, and no other is', async () => {
    const kept = await hashPassphrase('hazel ferry nine lanterns');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await isPassphrase('hazel ferry nine lanterns', kept)).toBe(true);
    expect(await isPassphrase('hazel ferry nine lantern', kept)).toBe(false);
    expect(await isPassphrase('', kept)).toBe(false);
  });

  it('is kept differently each time, so that two who chose the same one do not show', async () => {
    expect(await hashPassphrase('hazel ferry nine lanterns')).not.toBe(await hashPassphrase('hazel ferry nine lanterns'));
  });

  it('is the same however an accent was typed', async () => {
    expect(await isPassphrase('cafe\u0301 lanterns nine', await hashPassphrase('caf\u00e9 lanterns nine'))).toBe(true);
  });

  it('a hash that somebody tampered with matches nothing', async () => {
    const kept = await hashPassphrase('hazel ferry nine lanterns');
    const other = kept.at(-1) === 'A' ? 'E' : 'A';
    for (const tampered of ['', 'plain', kept.replace('argon2id', 'argon2i'), kept.replace('t=2', 't=1'), `${kept.slice(0, -1)}${other}`, kept.slice(0, -30)]) {
      expect([tampered, await isPassphrase('hazel ferry nine lanterns', tampered)]).toEqual([tampered, false]);
    }
  });
});

describe('a passphrase that somebody chooses', () => {
  it.each([
    ['eleven char', 'has 11 characters. Use at least 12'],
    ['Ada@Example.org', 'is the sign-in name'],
    ['Password 1234', 'first that anybody tries'],
    ['aaaaaaaaaaaabbbb', 'first that anybody tries'],
    ['x'.repeat(201), 'longer than 200'],
  ])('%s is turned down', (passphrase, why) => {
    expect(passphraseTrouble(passphrase, 'ada@example.org')).toContain(why);
  });

  it('a few words are good', () => {
    expect(passphraseTrouble('hazel ferry nine lanterns', 'ada@example.org')).toBeUndefined();
  });
});

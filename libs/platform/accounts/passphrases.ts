import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
/** One passphrase however it is typed: composed letters and letters with an accent added are the same. */
const bytesOf = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFKC'), 'utf8');

/** A passphrase as it is kept: a PHC string, with everything in it that checking takes. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: bytesOf(passphrase), nonce, tagLength: 32, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(Buffer.from(hash))}`;
}

/** Whether a passphrase is the one that was kept. A kept hash in any other form matches nothing. */
export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', written = ''] = form.exec(kept) ?? [];
  const wanted = Buffer.from(written, 'base64');
  if (memory === undefined || wanted.length < 16) return false;
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: wanted.length };
  const found = await derive('argon2id', { message: bytesOf(passphrase), nonce: Buffer.from(nonce, 'base64'), ...parameters });
  return timingSafeEqual(Buffer.from(found), wanted);
}

const shortest = 12;
/** Longer than anybody types; more would only be work for whoever sends it. */
const longest = 200;
/** What is tried first of those that are long enough. */
const commonest = [
  '123456789012', '1234567890123', '12345678901234', '123456123456', 'password1234', 'password12345', 'passwordpassword', 'password123456', 'qwertyuiop12', 'qwertyuiop123', 'qwertyqwerty', 'qwerty123456', 'adminadmin12',
  'administrator', 'administrator1', 'letmeinletmein', 'iloveyou1234', 'welcome12345', 'welcome123456', 'changemechangeme', 'correcthorsebatterystaple', 'abcdefghijkl', 'abcd12345678', '111111111111', '000000000000', 'tallysticktallystick',
];
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s._-]/g, '');

/** What is wrong with a passphrase that somebody wants to use; undefined when nothing is. */
export function passphraseTrouble(passphrase: string, signInName: string): string | undefined {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < shortest) return `This passphrase has ${length} character${length === 1 ? '' : 's'}. Use at least ${shortest}: four or five words that do not belong together, say`;
  if (length > longest) return `This passphrase is longer than ${longest} characters. Use a shorter one`;
  if (plain(passphrase) === plain(signInName)) return 'The passphrase is the sign-in name. Choose something that nobody else knows';
  if (commonest.includes(plain(passphrase)) || new Set(plain(passphrase)).size < 5) return 'This passphrase is one of the first that anybody tries. Choose words of your own';
  return undefined;
}

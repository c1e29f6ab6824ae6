/** Money is an integer of minor units with an ISO 4217 code. No float ever touches it. */
export interface Money {
  readonly minor: number;
  readonly currency: 'GBP';
}

/** The largest amount that survives JSON and every adapter without rounding. */
const safe = (minor: number): number => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a safe whole number of pence`);
  return minor;
};

/** An amount in pounds sterling from a whole number of pence. Throws RangeError outside ±(2^53−1). */
export const gbp = (minor: number): Money => ({ minor: safe(minor), currency: 'GBP' });

export const nil: Money = gbp(0);

export const plus = (a: Money, b: Money): Money => gbp(a.minor + b.minor);
export const minus = (a: Money, b: Money): Money => gbp(a.minor - b.minor);
export const total = (amounts: readonly Money[]): Money => amounts.reduce(plus, nil);
export const exceeds = (a: Money, b: Money): boolean => a.minor > b.minor;
export const lesser = (a: Money, b: Money): Money => (exceeds(a, b) ? b : a);
export const isNil = (a: Money): boolean => a.minor === 0;

/** "£20,000.00": always two decimals, a minus sign before the pound sign, never brackets. */
export function showMoney({ minor }: Money): string {
  const pence = Math.abs(safe(minor));
  const pounds = Math.floor(pence / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0 ? '-' : ''}£${pounds}.${(pence % 100).toString().padStart(2, '0')}`;
}

const written = /^£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Reads "£20,000.00", "£20,000" or "20000.00". Anything else comes back as a sentence that says what to write. */
export function readMoney(text: string): Money | string {
  const match = written.exec(text.trim());
  if (!match) return `"${text}" is not an amount of money. Write it like "£20,000.00"`;
  const [, pounds = '', decimals = '00'] = match;
  if (decimals.length !== 2) return `"${text}" has ${decimals.length} decimal place${decimals.length === 1 ? '' : 's'}. Money has two, like "£20,000.00"`;
  const minor = Number(pounds.replaceAll(',', '')) * 100 + Number(decimals);
  return Number.isSafeInteger(minor) ? gbp(minor) : `"${text}" is too large to be kept exactly`;
}

export function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length === 2 &&
    'minor' in value && Number.isSafeInteger(value.minor) && 'currency' in value && value.currency === 'GBP'
  );
}

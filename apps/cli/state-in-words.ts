import { isDate, isMoney, showDate, showMoney } from '#kernel';
import { showQuantity, type Unit } from '#domain/limits';

/** A folded state as labels and values: money and days in words, what is nested under its path. */
export function stateInWords(state: unknown): readonly (readonly [string, string])[] {
  if (isLimit(state)) return Object.entries(state.buckets).map(([bucket, amount]) => [bucket, showQuantity(state.unit, amount)] as const);
  return rows('', state);
}

function isLimit(state: unknown): state is { readonly unit: Unit; readonly buckets: Readonly<Record<string, number>> } {
  return typeof state === 'object' && state !== null && 'buckets' in state && 'unit' in state;
}

function rows(path: string, value: unknown): (readonly [string, string])[] {
  if (value === undefined || value === null) return [];
  if (isMoney(value)) return [[path, showMoney(value)]];
  if (isDate(value)) return [[path, showDate(value)]];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => rows(path === '' ? inWords(key) : `${path}, ${inWords(key)}`, part));
}

/** matchRequired → match required; 0 → 1, since people count from one; references stay as they are. */
const inWords = (key: string): string => (/^\d+$/.test(key) ? String(Number(key) + 1) : /^[a-z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : key);

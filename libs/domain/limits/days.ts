import { explained, make, type Hints } from '#kernel/fields';

const written = /^(\d{1,6})(?:\.(\d{1,2}))?$/;

/** Days of somebody's work, written "14" or "2.5" and kept in hundredths, so that halves add up exactly. */
export const days = (label: string, hints: Hints & { orNil?: boolean } = {}) =>
  make<number>(label, hints, {
    kind: 'days', widget: 'number', example: '"2.5"', schema: { type: 'integer', minimum: hints.orNil ? 0 : 1, description: 'Hundredths of a day' },
    rules: [explained('days', (value) => {
      if (!Number.isSafeInteger(value)) return `${label} must be days with at most two decimals, in quotes, like "2.5"`;
      return (value as number) < (hints.orNil ? 0 : 1) || (value as number) > 99_999_999 ? `${label} must be more than 0 days and below 1,000,000` : undefined;
    })],
    coerce: (raw) => {
      const match = typeof raw === 'string' ? written.exec(raw.trim()) : null;
      return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : raw;
    },
    show: (value) => showDays(value as number),
  });

/** "14 days", "2.5 days", "1 day", from hundredths. */
export const showDays = (hundredths: number): string => `${hundredths / 100} day${hundredths === 100 ? '' : 's'}`;

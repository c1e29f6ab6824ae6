import { isDate, londonInstant, type IsoDate } from '#kernel';

const local = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant of `recorded:`: noon UTC of a day (so the day is the same on a London wall, in summer and winter), or a London
 * time. Undefined for anything else.
 */
export function recordedInstant(text: string): string | undefined {
  if (isDate(text)) return `${text}T12:00:00.000Z`;
  const [, day, hours, minutes] = local.exec(text) ?? [];
  return isDate(day) ? londonInstant(day as IsoDate, `${hours}:${minutes}`) : undefined;
}

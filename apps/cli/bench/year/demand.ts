/**
 * When commands arrive in a year, as shares of the year. ASSUMED, not measured: offices work on weekdays from nine to five with
 * a dip at noon; portals take applications at all hours; a round closes four times a year and half of its applications come in
 * the last four hours; March is twice as busy, because what is not paid by the 31st is lost to its budget.
 */
export interface Demand {
  /** Commands in a year. */
  readonly commands: number;
  /** Share of them that arrive in the last hours before the rounds close. */
  readonly beforeClosing: number;
  readonly closings: number;
  readonly closingHours: number;
}

export const assumed = { beforeClosing: 0.04, closings: 4, closingHours: 4, march: 2, weekend: 0.08 } as const;

/** Parts of an hour's share of a weekday, midnight first. */
const hours = [1, 1, 1, 1, 1, 2, 6, 20, 60, 110, 130, 120, 80, 100, 120, 120, 90, 40, 20, 14, 12, 10, 6, 3];
const daysOfYear = 365;
/** The first of April 2026, on which the year begins here, is a Wednesday. */
const weekdayOfFirst = 3;
const march = { from: 334, to: 365 };
const closingHour = 16;

/** How many commands are expected in each hour of the year, from the first of April on. */
export function expectedByHour({ commands, beforeClosing, closings, closingHours }: Demand): Float64Array {
  const shares = new Float64Array(daysOfYear * 24);
  for (let day = 0; day < daysOfYear; day += 1) {
    const weekday = (weekdayOfFirst + day) % 7;
    const weight = (weekday === 6 || weekday === 0 ? assumed.weekend : 1) * (day >= march.from && day < march.to ? assumed.march : 1);
    hours.forEach((part, hour) => (shares[day * 24 + hour] = part * weight));
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  const usual = commands * (1 - beforeClosing);
  const expected = shares.map((share) => (usual * share) / sum);
  for (let closing = 1; closing <= closings; closing += 1) {
    const day = weekdayBefore(Math.floor((closing * daysOfYear) / (closings + 1)));
    for (let back = 0; back < closingHours; back += 1) {
      const place = day * 24 + closingHour - back;
      expected[place] = (expected[place] ?? 0) + (commands * beforeClosing) / (closings * closingHours);
    }
  }
  return expected;
}

function weekdayBefore(day: number): number {
  const weekday = (weekdayOfFirst + day) % 7;
  return day - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
}

/** What was to be reached, what was measured, and whether that is enough. */
export interface Reach {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
  readonly isReached: boolean;
}

export const atLeast = (what: string, least: number, value: number, digits = 2): Reach =>
  ({ what, reach: `${least.toFixed(digits)} or more`, measured: value.toFixed(digits), isReached: value >= least });
export const atMost = (what: string, most: number, value: number, digits = 0): Reach =>
  ({ what, reach: `${most.toFixed(digits)} or less`, measured: value.toFixed(digits), isReached: value <= most });

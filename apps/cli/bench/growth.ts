/** What a measure comes to at a size. */
export interface At {
  readonly events: number;
  readonly value: number;
}

/** How a measure grows with the log: value ~ events ^ exponent, by least squares over the logarithms. */
export interface Growth {
  readonly measure: string;
  readonly exponent: number;
  /** The largest log's value over the smallest's. */
  readonly largestOverSmallest: number;
  readonly sizes: number;
}

/** 0 means that the log's length does not matter; 1 that the measure grows with it. Nothing can be said of fewer than three sizes. */
export function growthOf(measure: string, values: readonly At[]): readonly Growth[] {
  const points = values.toSorted((a, b) => a.events - b.events).map(({ events, value }) => [Math.log(events), Math.log(value)] as const);
  const [smallest, largest] = [points[0], points.at(-1)];
  if (points.length < 3 || !smallest || !largest) return [];
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return [{ measure, exponent: slope, largestOverSmallest: Math.exp(largest[1] - smallest[1]), sizes: points.length }];
}

import type { Decided } from '#kernel';
import { caps } from './caps.js';
import { phases } from './phases.js';
import { places } from './places.js';
import { claims, days, shares } from './sums.js';
import { Told } from './told.js';

/** Everything that terms promise and that a history breaks, event by event. */
export function brokenPromises(log: readonly Decided[]): readonly string[] {
  const watches = [caps(), places(), shares(), days(), phases(), claims()];
  return log.flatMap((event, i) => {
    const told = new Told(event);
    return watches.flatMap((watch) => {
      const broken = watch(told);
      return broken === undefined ? [] : [`event ${i + 1}, ${event.type}: ${broken}`];
    });
  });
}

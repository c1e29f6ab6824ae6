import type { House } from '../house.js';

/** The house, for the few pages that look behind the views: the log's own records, and health. */
export abstract class HouseOf implements Pick<House, 'kind' | 'store' | 'views'> {
  abstract readonly kind: House['kind'];
  abstract readonly store: House['store'];
  abstract readonly views: House['views'];
}

import type { House } from '../house.js';

/** The house, for the few pages that look behind the views: the log's own records, and health. */
export abstract class HouseOf implements Pick<House, 'kind' | 'store' | 'views' | 'engine' | 'access' | 'files' | 'clock' | 'backroom'> {
  abstract readonly kind: House['kind'];
  abstract readonly store: House['store'];
  abstract readonly views: House['views'];
  abstract readonly engine: House['engine'];
  abstract readonly access: House['access'];
  abstract readonly files: House['files'];
  abstract readonly clock: House['clock'];
  abstract readonly backroom: House['backroom'];
}

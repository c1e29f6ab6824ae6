import type { Compared } from './compare.js';
import type { Played } from './playing.js';
import type { OnPostgres } from './postgres/index.js';
import type { ReadReport } from './reading.js';
import type { Rebuilt } from './rebuilding.js';
import type { Schemes } from './schemes/index.js';
import type { Started } from './starting.js';
import type { Year } from './year/index.js';

/** What was measured; a part that was not asked for is left out. */
export interface Measured {
  readonly compared?: readonly Compared[];
  readonly play?: Played;
  readonly rebuilt?: readonly Rebuilt[];
  readonly reads?: ReadReport;
  readonly started?: readonly Started[];
  readonly postgres?: OnPostgres;
  readonly year?: Year;
  readonly schemes?: Schemes;
}

import { heldBy, type HeldBy } from '#domain/funding';
import { qualified, type Qualifier } from '#domain/limits';
import { capital, inPounds } from '../../layout/words.js';

/** "£9,000.00", or "About £9,000.00" where nobody can say more. */
export const qualifiedPounds = (qualifier: Qualifier, minor: number): string => capital(qualified(qualifier, inPounds(minor)));

export const heldInWords = (by: HeldBy): string => capital(heldBy.spec.show(by));

/** What we spent and did not claim; below nothing where more was claimed than spent. */
export const costInWords = (netCostMinor: number): string => (
  netCostMinor === 0
    ? 'Nothing is left to us: all that was spent is claimed.'
    : `${inPounds(netCostMinor)} of what was spent is not claimed yet, and is our cost until it comes back.`
);

import { present, type CohortRef, type OrganisationRef, type ReadFact } from '#kernel';
import { readPlaces } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import type { CohortState } from '../cohort.js';

/** Who asks for places of a cohort, what is left of them and who waits, and the programme whose terms say how many one body may have. */
export const readBooking = async (read: ReadFact, { cohort, organisation: who }: { readonly cohort: CohortRef; readonly organisation: OrganisationRef }, state: CohortState) => ({
  ...(await readPlaces(read, cohort)),
  organisation: await read(organisation, who),
  programme: await read(programme, present(state).programme),
});

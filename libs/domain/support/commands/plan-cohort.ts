import { code, date, decide, optional, text, type Code, type IsoDate } from '#kernel';
import { programme } from '#domain/programmes';
import { CohortPlanned } from '../cohort.events.js';
import { cohortPlaces } from '../cohort-places.js';
import { cohort } from '../cohort.js';

export class PlanCohort {
  @code('Programme') programme!: Code;
  @text('Name') name!: string;
  @optional(text('Label', { hint: 'What the papers call it; no region is read from it' })) label?: string;
  @optional(text('Theme')) theme?: string;
  @optional(cohortPlaces('Places of everybody who fills it', 'Left out where nobody says how many there are')) places?: number;
  @optional(date('Starts on')) startsOn?: IsoDate;
}

export const planCohort = decide(cohort, PlanCohort, {
  summary: 'Plan a cohort of a programme: a group that learns together.',
  permission: 'cohort:keep',
  begins: 'CH',
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: {},
  rule: (_, planned) => [CohortPlanned(planned)],
});

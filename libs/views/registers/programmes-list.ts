import { questionOn } from '../question-on.js';
import { programmes } from './programmes.js';

export interface ProgrammeRow {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly awardCeilingMinor: number;
  readonly instrument: string;
  readonly parent: string | null;
}

class ProgrammesAsked {}

export const programmesList = questionOn('programmes', {
  summary: 'Every programme.',
  permission: 'register:read',
  input: ProgrammesAsked,
  from: [programmes],
  takesAsOf: true,
  ask: (db, _, { asOf }): Promise<readonly ProgrammeRow[]> =>
    db
      .selectFrom('programmes').select(['code', 'name', 'purpose', 'award_ceiling_minor as awardCeilingMinor', 'instrument', 'parent'])
      .$if(asOf !== undefined, (query) => query.where('defined_on', '<=', asOf?.on ?? '')).orderBy('code').execute(),
});

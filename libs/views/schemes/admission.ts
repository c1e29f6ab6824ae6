import { reference, type RoundRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { schemes } from './schemes.js';

/** Who was let into a round: the closed list, and those that may come late. */
export interface Admission {
  readonly invited: readonly { readonly organisation: string; readonly name: string; readonly since: string }[];
  readonly late: readonly { readonly organisation: string; readonly name: string; readonly until: string; readonly reason: string }[];
}

class AdmissionAsked {
  @reference('RD', 'Round') round!: RoundRef;
}

export const admission = questionOn('admission', {
  summary: 'Who is invited to bid for a round, and who may apply late and why.',
  permission: 'register:read',
  input: AdmissionAsked,
  from: [schemes],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<Admission> {
    const invited = await db
      .selectFrom('invitations').select(['organisation', 'name', 'effective_on as since']).where('round', '=', round)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('organisation').execute();
    const late = await db
      .selectFrom('late_permissions').select(['organisation', 'name', 'until', 'reason']).where('round', '=', round)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').execute();
    return { invited, late };
  },
});

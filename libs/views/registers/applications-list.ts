import { choice, code, optional, reference, type Code, type FieldValue, type RoundRef } from '#kernel';
import { pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { applications } from './applications.js';

export interface ApplicationRow {
  readonly reference: string;
  readonly programme: string;
  readonly round: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly title: string;
  readonly source: string;
  readonly stage: string;
  readonly award: string | null;
  readonly reason: string | null;
  readonly nominatedOn: string;
}
const row = [
  'reference', 'programme', 'round', 'organisation', 'organisation_name as organisationName', 'title', 'source', 'stage', 'award', 'reason', 'nominated_on as nominatedOn',
] as const;

const stage = choice('Stage', { nominated: 'nominated', 'taken-forward': 'taken forward', declined: 'declined', withdrawn: 'withdrawn' });

class ApplicationsAsked {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('RD', 'Round')) round?: RoundRef;
  @optional(stage) stage?: FieldValue<typeof stage>;
  @pageField page?: number;
  @sizeField size?: number;
}

export const applicationsList = questionOn('applications', {
  summary: 'Applications, by programme, round or stage.',
  permission: 'register:read',
  input: ApplicationsAsked,
  from: [applications],
  async ask(db, { programme, round, stage: of, ...paging }): Promise<Paged<ApplicationRow>> {
    const wanted = db
      .selectFrom('applications')
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''))
      .$if(of !== undefined, (query) => query.where('stage', '=', of ?? ''));
    const { limit, offset } = pageOf(paging);
    const rows = await wanted.select(row).orderBy('reference').limit(limit).offset(offset).execute();
    const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return { rows, total };
  },
});

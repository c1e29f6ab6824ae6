import { choice, code, optional, reference, type Code, type FieldValue, type RoundRef } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { applicationRow, applicationsAsOf, type ApplicationRow } from './application-row.js';
import { applications } from './applications.js';

const stage = choice('Stage', { nominated: 'nominated', 'taken-forward': 'taken forward', declined: 'declined', withdrawn: 'withdrawn' });

class ApplicationsAsked {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('RD', 'Round')) round?: RoundRef;
  @optional(stage) stage?: FieldValue<typeof stage>;
  @pageField page?: number;
  @sizeField size?: number;
}

/** By reference; by day of nomination when a business date is asked about. */
export const applicationsList = questionOn('applications', {
  summary: 'Applications, by programme, round or stage.',
  permission: 'register:read',
  input: ApplicationsAsked,
  from: [applications],
  takesAsOf: true,
  async ask(db, { programme, round, stage: of, ...paging }, { asOf }): Promise<Paged<ApplicationRow>> {
    const { limit, offset } = pageOf(paging);
    if (asOf) {
      const wanted = db
        .selectFrom('applications_begun as begun')
        .innerJoin('applications', 'applications.reference', 'begun.application')
        .where('begun.began_on', '<=', asOf.on)
        .$if(programme !== undefined, (query) => query.where('begun.in_programme', '=', programme ?? ''))
        .$if(round !== undefined, (query) => query.where('begun.in_round', '=', round ?? ''))
        .$if(of !== undefined, (query) =>
          query.where((each) => {
            const stages = each.selectFrom('application_stages as stages').select('stages.stage').whereRef('stages.application', '=', 'begun.application').where('stages.effective_on', '<=', asOf.on);
            return each(stages.orderBy('stages.position', 'desc').orderBy('stages.line', 'desc').limit(1), '=', of ?? '');
          }));
      const rows = await wanted.select(applicationRow).orderBy('begun.began_on').orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
      return { rows: await applicationsAsOf(db, rows, asOf.on), ...(await countedFrom(wanted, paging)) };
    }
    const wanted = db
      .selectFrom('applications')
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''))
      .$if(of !== undefined, (query) => query.where('stage', '=', of ?? ''));
    const rows = await wanted.select(applicationRow).orderBy('reference').limit(limit).offset(offset).execute();
    return { rows, ...(await countedFrom(wanted, paging)) };
  },
});

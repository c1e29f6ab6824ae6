import { code, optional, reference, yesNo, type Code, type RoundRef } from '#kernel';
import { pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { awardRow, type AwardRow } from './award-row.js';
import { stageField, type AwardStage } from './stages.js';

class AwardsAsked {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('RD', 'Round')) round?: RoundRef;
  @optional(stageField) stage?: AwardStage;
  @optional(yesNo('Short of match')) short?: boolean;
  @pageField page?: number;
  @sizeField size?: number;
}

export const awards = questionOn('awards', {
  summary: 'The register of awards, by programme, round, stage, or those that are short of match.',
  permission: 'register:read',
  input: AwardsAsked,
  from: [awardRegister],
  async ask(db, { programme, round, stage, short, ...paging }): Promise<Paged<AwardRow>> {
    const wanted = db
      .selectFrom('awards')
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''))
      .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
      .$if(short !== undefined, (query) => query.where('match_gap_minor', short === true ? '>' : '=', 0));
    const { limit, offset } = pageOf(paging);
    const rows = await wanted.select(awardRow).orderBy('reference').limit(limit).offset(offset).execute();
    const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return { rows, total };
  },
});

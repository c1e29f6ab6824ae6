import { code, optional, reference, yesNo, type Code, type RoundRef } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { awardRow, type AwardRow } from './award-row.js';
import { rowsAsOf } from './awards-as-of.js';
import { stageField, type AwardStage } from './stages.js';

class AwardsAsked {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('RD', 'Round')) round?: RoundRef;
  @optional(stageField) stage?: AwardStage;
  @optional(yesNo('Short of match')) short?: boolean;
  @pageField page?: number;
  @sizeField size?: number;
}

/**
 * Goes through the awards in the order in which they were recommended, or by day of recommendation when a business date is
 * asked about: either is an index that a page is cut from. Only a filter on a business date looks at more.
 */
export const awards = questionOn('awards', {
  summary: 'The register of awards, by programme, round, stage, or those that are short of match.',
  permission: 'register:read',
  input: AwardsAsked,
  from: [awardRegister],
  takesAsOf: true,
  async ask(db, { programme, round, stage, short, ...paging }, { asOf }): Promise<Paged<AwardRow>> {
    // Counted without looking any award up: each that was begun has its row.
    const listed = db
      .selectFrom('awards_begun as begun')
      .$if(programme !== undefined, (query) => query.where('begun.in_programme', '=', programme ?? ''))
      .$if(round !== undefined, (query) => query.where('begun.in_round', '=', round ?? ''));
    const begun = listed.innerJoin('awards', 'awards.reference', 'begun.award');
    const isWhole = stage === undefined && short === undefined;
    const { limit, offset } = pageOf(paging);
    if (asOf) {
      const wanted = begun
        .where('begun.began_on', '<=', asOf.on)
        .$if(stage !== undefined, (query) =>
          query.where((of) => {
            const stages = of.selectFrom('award_stages as stages').select('stages.stage').whereRef('stages.award', '=', 'begun.award').where('stages.effective_on', '<=', asOf.on);
            return of(stages.orderBy('stages.position', 'desc').orderBy('stages.line', 'desc').limit(1), '=', stage ?? '');
          }))
        .$if(short !== undefined, (query) =>
          query.where((of) => {
            const gaps = of.selectFrom('award_figures as gaps').whereRef('gaps.award', '=', 'begun.award').where('gaps.figure', '=', 'match_gap_minor').where('gaps.effective_on', '<=', asOf.on);
            return of(gaps.select(({ fn, val }) => fn.coalesce(fn.sum<number>('gaps.amount_minor'), val(0)).as('gap')), short === true ? '>' : '=', 0);
          }));
      const rows = await wanted.select(awardRow).orderBy('begun.began_on').orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
      return { rows: await rowsAsOf(db, rows, asOf.on), ...(await countedFrom(isWhole ? listed.where('begun.began_on', '<=', asOf.on) : wanted, paging)) };
    }
    if (isWhole) {
      const inOrder = begun.where('begun.position', '>', 0); // the log's order is the way through, also without a filter
      const rows = await inOrder.select(awardRow).orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
      return { rows, ...(await countedFrom(listed.where('begun.position', '>', 0), paging)) };
    }
    // Few awards are at a stage that waits, or short of match: they are found by that.
    const wanted = db
      .selectFrom('awards')
      .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
      .$if(short !== undefined, (query) => query.where('is_short', '=', short === true ? 1 : 0))
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''));
    const rows = await wanted.select(awardRow).orderBy('reference').limit(limit).offset(offset).execute();
    return { rows, ...(await countedFrom(wanted, paging)) };
  },
});

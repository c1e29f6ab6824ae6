import { optional, text } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { exceptions } from './exceptions.js';

/** Something that does not agree. */
export interface ExceptionRow {
  /** A round, a programme or an outside funding. */
  readonly about: string;
  readonly subject: string;
  readonly kind: string;
  readonly sentence: string;
  readonly notedOn: string;
}

class ExceptionsAsked {
  @optional(text('About', { hint: 'A round such as RD-2012-001 or a programme such as FUTURE; all when left out' })) about?: string;
  @pageField page?: number;
  @sizeField size?: number;
}

export const exceptionsList = questionOn('exceptions', {
  summary: 'What documents and the register do not agree on, newest first: counts that differ and figures that are printed twice.',
  permission: 'register:read',
  input: ExceptionsAsked,
  from: [exceptions],
  async ask(db, { about, ...paging }): Promise<Paged<ExceptionRow>> {
    const { limit, offset } = pageOf(paging);
    const wanted = db.selectFrom('exceptions').where('stands', '=', 1).$if(about !== undefined, (query) => query.where('about', '=', about ?? ''));
    const rows = await wanted
      .select(['about', 'subject', 'kind', 'sentence', 'noted_on as notedOn']).orderBy('noted_on', 'desc').orderBy('about').orderBy('subject').limit(limit).offset(offset).execute();
    return { rows, ...(await countedFrom(wanted, paging)) };
  },
});

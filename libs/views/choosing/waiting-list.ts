import { optional, text } from '#kernel';
import { countedBeyond, pageField, pageOf, sizeField, type Paged, type Paging } from '../paging.js';
import { questionOn } from '../question-on.js';
import { lineOn } from './line-on.js';
import { lineNow, type Line, type StandingInLine } from './line.js';
import { waitingLists } from './waiting-lists.js';

export interface WaitingRow extends Omit<StandingInLine, 'since'> {
  /** From 1, the first to be called; none for those for whom a place is kept already. */
  readonly turn: number | null;
}
/** Who waits for a place of a round or a cohort, and for whom one is kept: those first, a page of all. */
export interface WaitingList extends Paged<WaitingRow> {
  readonly holder: string;
  /** How many awards a round has room for, how many hold a place, and how many places are neither taken nor kept; none without a limit, or of a cohort. */
  readonly capacity: number | null;
  readonly taken: number | null;
  readonly free: number | null;
  /** How many were called and have not come, and how many places are kept for them. */
  readonly called: number;
  readonly kept: number;
  /** How many wait, counted up to a bound: `moreWaiting` says that there are more. */
  readonly waiting: number;
  readonly moreWaiting: boolean;
}

class WaitingListAsked {
  @text('Whose', { hint: 'A round or a cohort, such as RD-2014-001' }) holder!: string;
  @optional(text('Who', { hint: 'An application for a round, an organisation for a cohort. Left out: everybody' })) who?: string;
  @pageField page?: number;
  @sizeField size?: number;
}

export const waitingList = questionOn('waiting-list', {
  summary: 'The waiting list of a round or a cohort: whose turn it is, for whom a place is kept, and how many places there are; or of one that waits alone.',
  permission: 'register:read',
  input: WaitingListAsked,
  from: [waitingLists],
  takesAsOf: true,
  async ask(db, { holder, who, ...paging }, { asOf }): Promise<WaitingList> {
    const line = asOf ? lineOn(db, holder, asOf.on) : lineNow(db, holder);
    const room = await line.room();
    const kept = await line.kept();
    const { limit, offset } = pageOf(paging);
    const most = offset + limit + countedBeyond;
    const called = kept === 0 ? 0 : await line.count('called', kept);
    const counted = await line.count('waiting', most + 1);
    const [waiting, moreWaiting] = [Math.min(counted, most), counted > most];
    const rows = who === undefined ? await pageIn(line, called, paging) : await only(line, who);
    return {
      holder,
      capacity: room?.capacity ?? null, taken: room?.taken ?? null, free: room ? room.capacity - room.taken - kept : null,
      called, kept, waiting, moreWaiting,
      rows, total: who === undefined ? called + waiting : rows.length, ...(who === undefined && moreWaiting ? { more: true } : {}),
    };
  },
});

const rowOf = ({ since: _, ...row }: StandingInLine, turn: number | null): WaitingRow => ({ turn, ...row });

/** Those that were called go before those that wait, whose turns go on from page to page. */
async function pageIn(line: Line, called: number, paging: Paging): Promise<readonly WaitingRow[]> {
  const { limit, offset } = pageOf(paging);
  const first = offset < called ? await line.rows('called', { limit, offset }) : [];
  const passed = Math.max(0, offset - called);
  const then = first.length < limit ? await line.rows('waiting', { limit: limit - first.length, offset: passed }) : [];
  return [...first.map((each) => rowOf(each, null)), ...then.map((each, i) => rowOf(each, passed + i + 1))];
}

async function only(line: Line, who: string): Promise<readonly WaitingRow[]> {
  const one = await line.one(who);
  return one ? [rowOf(one, one.calledOn === null ? (await line.before(one.since)) + 1 : null)] : [];
}

import type { WaitingList } from '#views/choosing';
import type { ApplicationPage, AwardPage } from '#views/registers';
import type { SummaryRow } from '../../layout/figures.js';
import { inWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';

/** Where an application stands on the waiting list of its round. */
export interface PlaceInLine {
  readonly mayJoin: boolean;
  /** From 1, while it waits. */
  readonly turn: number | undefined;
  /** The day since when a place is kept for it. */
  readonly keptSince: string | undefined;
}

/** A place is taken by the approval of an award; until then an application may wait for one that is not free. */
export function placeInLine({ stage }: ApplicationPage, { capacity, free, waiting, rows: [own] }: WaitingList, award: AwardPage | undefined): PlaceInLine {
  const turn = own?.turn ?? undefined;
  const keptSince = own?.calledOn ?? undefined;
  const isUndecided = stage === 'nominated' || (stage === 'taken-forward' && award?.stage === 'recommended');
  const isFull = capacity !== null && ((free ?? 0) <= 0 || waiting > 0);
  return { mayJoin: isFull && isUndecided && turn === undefined && keptSince === undefined, turn, keptSince };
}

export function inLineRows(round: string, { turn, keptSince }: PlaceInLine, visit: Visit): readonly SummaryRow[] {
  const value = keptSince === undefined ? turn && `Number ${turn} of those who wait` : `A place is kept for it since ${inWords(keptSince)}`;
  return value ? [{ key: 'Waiting list', value, href: link(visit, `/rounds/${round}/waiting-list`) }] : [];
}

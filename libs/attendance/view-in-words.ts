import type { Position } from '#platform/event-store';
import type { ViewStatus } from '#platform/view-store';

/** How far something has come in a log: "@1200 of @4800, 25 per cent". */
const partOf = (position: Position, head: Position): string => `@${position} of @${head}, ${head === 0 ? 100 : Math.floor((100 * Math.min(position, head)) / head)} per cent`;

/** Whether it answers as it should, in the version that this program asks: what an upgrade waits for. */
export const isLive = ({ state, fault, foreign }: Pick<ViewStatus, 'state' | 'fault' | 'foreign'>): boolean => state === 'live' && fault === undefined && foreign === undefined;

/** How a view stands, for the page and `tally`. */
export function viewInWords(status: ViewStatus, head: Position): string {
  const { making } = status;
  return `${standing(status, head)}${making ? `; being made again, ${partOf(making.position, head)}` : ''}`;
}

function standing({ state, position, behind, fault, foreign }: ViewStatus, head: Position): string {
  if (foreign !== undefined) return foreign;
  if (fault) return `stopped at event @${fault.at}: ${fault.because}`;
  if (state === 'absent') return 'is not begun: start a worker';
  if (state === 'building') return `is being made, ${partOf(position, head)}`;
  return behind === 0 ? 'up to date' : `${behind} ${behind === 1 ? 'event' : 'events'} behind`;
}

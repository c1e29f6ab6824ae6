import { median } from '../median.js';
import { atLeast, type Reach } from '../reach.js';
import type { OnPostgres } from './index.js';

/** What is to be reached on PostgreSQL. */
const wanted = { ratioOf32: 0.5, overPeer: 1, twoOverOne: 1, viewedPerSecond: 20_000, takeoverMilliseconds: 10_000 };

/** Judged by the worst of what was measured; a view by what it does alone, as it does when workers share the views out. */
export function reachesOnPostgres({ compared, peers = [], shared, viewed, takeovers }: OnPostgres): readonly Reach[] {
  const of32 = compared.filter(({ callers }) => callers === 32).map(({ ratio }) => ratio);
  const alone = viewed.slice(0, -1).map(({ perSecond }) => perSecond);
  return [
    ...of32.map((ratio) => atLeast('32 callers on PostgreSQL against bare inserts of many rows', wanted.ratioOf32, ratio)),
    ...peers.map(({ callers, ratio }) => atLeast(`${callers === 1 ? '1 caller' : `${callers} callers`} on PostgreSQL against a peer's append`, wanted.overPeer, ratio)),
    ...shared.map(({ callers, isApart, ratio }) => atLeast(`two server processes against one, ${callers} callers${isApart ? '' : ' who meet in one award'}`, wanted.twoOverOne, ratio)),
    ...(alone.length > 0 ? [atLeast('events a second into a view on PostgreSQL, median of the views', wanted.viewedPerSecond, median(alone), 0)] : []),
    ...(takeovers.length > 0 ? [{ what: 'takeover from a worker that was killed', reach: `below ${wanted.takeoverMilliseconds / 1_000} s`, measured: `${(Math.max(...takeovers) / 1_000).toFixed(1)} s`, isReached: Math.max(...takeovers) < wanted.takeoverMilliseconds }] : []),
  ];
}

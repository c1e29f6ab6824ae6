import { table } from '../../table.js';
import type { OnPostgres } from './index.js';

const whole = (figure: number): string => Math.round(figure).toLocaleString('en-GB');
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

/** What was measured on PostgreSQL, a table for each part. */
export function onPostgresInWords({ server, events, copiedPerSecond, compared, peers = [], shared, viewed, takeovers }: OnPostgres): readonly string[] {
  const settings = Object.entries(server).map(([name, value]) => `${name} ${value}`).join(', ');
  const commands = compared.map((each) => [each.callers, whole(each.enginePerSecond), whole(each.barePerSecond), each.ratio.toFixed(2), each.commandsPerGroup.toFixed(1)]);
  return [
    '', `On PostgreSQL (${settings}), a log of ${whole(events)} events that was copied there at ${whole(copiedPerSecond)} events/s`,
    '', 'Durable commands, beside bare inserts of many rows: the same bytes in the same groups', '', table(['Callers', 'Engine/s', 'Bare/s', 'Ratio', 'To a flush'], commands),
    ...part('Whole commands, beside what a peer takes for its append alone, the same bytes to a new stream', ['Callers', 'Engine/s', 'Peer/s', 'Ratio'], peers.map((each) => [each.callers, whole(each.enginePerSecond), whole(each.peerPerSecond), each.ratio.toFixed(2)])),
    ...part('As many callers of one server process, and of two that share them out', ['Callers', 'They', 'One/s', 'Two/s', 'Ratio'], shared.map((each) => [each.callers, each.isApart ? 'rename councils, each its own' : 'pay out of one award', whole(each.onePerSecond), whole(each.twoPerSecond), each.ratio.toFixed(2)])),
    ...part('Views made from nothing by one worker', ['View', 'Events/s'], viewed.map(({ view, perSecond }) => [view, whole(perSecond)])),
    '', `A worker that was killed was replaced, and the views stood at the head again, after ${takeovers.map(seconds).join(', ')}`,
  ];
}

const part = (title: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] => (rows.length === 0 ? [] : ['', title, '', table(headings, rows)]);

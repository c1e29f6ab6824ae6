import type { Round } from './round.js';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
const inSeconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(2);
const both = (rounds: readonly Round[], of: (round: Round) => number): string => `${inSeconds(median(rounds.map(of)))} / ${inSeconds(Math.max(...rounds.map(of)))}`;
const sum = (rounds: readonly Round[], of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);

/** One line for each fault: how often, what was acknowledged meanwhile, what was lost or doubled, and how long until all was well (median / worst, in seconds). */
export function faultTable(rounds: readonly Round[]): readonly string[] {
  const lines = [...Map.groupBy(rounds, ({ fault }) => fault)].map(([fault, own]) => [
    fault, own.length, sum(own, ({ acknowledged }) => acknowledged), sum(own, ({ lost }) => lost.length), sum(own, ({ doubled }) => doubled.length),
    sum(own, ({ sentAgain }) => sentAgain), both(own, ({ mendedMs }) => mendedMs), both(own, ({ nextMs }) => nextMs), both(own, ({ everybodyMs }) => everybodyMs), both(own, ({ viewsMs }) => viewsMs), inSeconds(Math.max(...own.map(({ slowestMs }) => slowestMs))),
  ]);
  const heading = ['fault', 'runs', 'acknowledged', 'lost', 'doubled', 'asked again', 'all running (s)', 'next command (s)', 'every caller (s)', 'views at the head (s)', 'longest wait (s)'];
  return [heading, heading.map((_, column) => (column === 0 ? '---' : '--:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

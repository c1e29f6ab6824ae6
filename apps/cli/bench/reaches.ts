import type { Measured } from './measured.js';
import { reachesOnPostgres } from './postgres/reaches.js';
import { atLeast, type Reach } from './reach.js';
import { reachesOfSchemes } from './schemes/reaches.js';

const mebibyte = 1_024 * 1_024;
/** What the present release is to reach. */
const wanted = { ratioOf32: 0.3, ratioOfRebuild: 0.25, growthOfReads: 1.5, startMilliseconds: 3_000, idleBytes: 250 * mebibyte };

/** Judged by the worst of what was measured. Nothing is said of what was not. */
export function reachesOf({ compared = [], rebuilt = [], reads, started = [], postgres, schemes }: Measured): readonly Reach[] {
  const of32 = compared.filter(({ callers }) => callers === 32).map(({ ratio }) => ratio);
  const growths = reads ? growthsOfReads(reads.times) : [];
  const scans = reads?.plans.flatMap(({ question, fullScans }) => fullScans.map((step) => `${question}: ${step}`)) ?? [];
  const starts = started.map(({ milliseconds }) => milliseconds);
  const idle = started.flatMap(({ idleBytes }) => idleBytes ?? []);
  return [
    ...(of32.length > 0 ? [atLeast('32 callers against bare inserts', wanted.ratioOf32, Math.min(...of32))] : []),
    ...(rebuilt.length > 0 ? [atLeast('rebuild against reading, parsing and inserting', wanted.ratioOfRebuild, Math.min(...rebuilt.map(({ ratio }) => ratio)))] : []),
    ...growths.map(({ name, growth }) => ({ what: `p95 of ${name}, largest log over smallest`, reach: `${wanted.growthOfReads} or less`, measured: growth.toFixed(2), isReached: growth <= wanted.growthOfReads })),
    ...(reads ? [{ what: 'statements that go through a whole table', reach: 'none', measured: scans.length === 0 ? `none of ${reads.plans.length}` : scans.join('; '), isReached: scans.length === 0 }] : []),
    ...(starts.length > 0 ? [{ what: 'start of the server', reach: `${wanted.startMilliseconds} ms or less`, measured: `${Math.round(Math.max(...starts))} ms`, isReached: Math.max(...starts) <= wanted.startMilliseconds }] : []),
    ...(idle.length > 0 ? [{ what: 'idle memory', reach: `${wanted.idleBytes / mebibyte} MB or less`, measured: `${Math.round(Math.max(...idle) / mebibyte)} MB`, isReached: Math.max(...idle) <= wanted.idleBytes }] : []),
    ...(postgres ? reachesOnPostgres(postgres) : []),
    ...(schemes ? reachesOfSchemes(schemes) : []),
  ];
}

function growthsOfReads(times: NonNullable<Measured['reads']>['times']): readonly { readonly name: string; readonly growth: number }[] {
  const byName = Map.groupBy(times, ({ question, clock }) => `${question}, ${clock}`);
  return [...byName].flatMap(([name, own]) => {
    const sorted = own.toSorted((a, b) => a.events - b.events);
    const [smallest, largest] = [sorted[0], sorted.at(-1)];
    return smallest && largest && smallest !== largest ? [{ name, growth: largest.p95 / smallest.p95 }] : [];
  });
}

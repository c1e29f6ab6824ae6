import { table } from '../table.js';
import type { BenchReport } from './index.js';
import { onPostgresInWords } from './postgres/in-words.js';
import { schemesInWords } from './schemes/in-words.js';
import { yearInWords } from './year/in-words.js';

const whole = (figure: number): string => Math.round(figure).toLocaleString('en-GB');
const mebibytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

/** The report as people read it: a table for each part, then how all of it grows, what was to be reached, and what limits it. */
export function inWords(report: BenchReport): string {
  const { machine, command, rounds, limits } = report;
  const load = machine.load.map((each) => each.toFixed(1)).join(' before and ');
  return [
    `Node ${machine.node} on ${machine.platform}, ${machine.cores} cores (${machine.processor}), ${mebibytes(machine.memoryBytes)}; load ${load} after. Medians of ${rounds} rounds in turns.`,
    ...commandsIn(report, command),
    ...rebuildsIn(report),
    ...readsIn(report),
    ...startsIn(report),
    ...postgresIn(report),
    ...yearIn(report),
    ...schemesIn(report),
    ...section('Growth with the log (0: its length does not matter; 1: in step with it)', ['Measure', 'Exponent', 'Largest/smallest'], report.growth.map(({ measure, exponent, largestOverSmallest }) => [measure, exponent.toFixed(2), largestOverSmallest.toFixed(2)])),
    ...section('To be reached', ['What', 'Reach', 'Measured', ''], report.reaches.map(({ what, reach, measured, isReached }) => [what, reach, measured, isReached ? 'reached' : 'NOT REACHED'])),
    '',
    ...limits,
  ].join('\n');
}

const postgresIn = ({ postgres }: BenchReport): readonly string[] => (postgres ? onPostgresInWords(postgres) : []);
const schemesIn = ({ schemes }: BenchReport): readonly string[] => (schemes ? schemesInWords(schemes) : []);
const yearIn = ({ year }: BenchReport): readonly string[] => (year ? yearInWords(year) : []);

const section = (title: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] => (rows.length === 0 ? [] : ['', title, '', table(headings, rows)]);

function commandsIn({ compared = [], play }: BenchReport, command: string): readonly string[] {
  const rows = compared.map((each) => [whole(each.events), each.callers, whole(each.enginePerSecond), whole(each.barePerSecond), each.ratio.toFixed(2), each.commandsPerGroup.toFixed(1)]);
  return [
    ...section(`Durable ${command} commands, beside bare inserts of the same bytes in the same groups`, ['Events', 'Callers', 'Engine/s', 'Bare/s', 'Ratio', 'To a flush'], rows),
    ...(play ? ['', `Playing a playbook of ${whole(play.steps)} steps: ${whole(play.perSecond)} commands/s (reading it: ${whole(play.readingPerSecond)}/s)`] : []),
  ];
}

const rebuildsIn = ({ rebuilt = [] }: BenchReport): readonly string[] =>
  section(
    'All views made from the log, beside reading, parsing and inserting as many rows',
    ['Events', 'Rows', 'Events/s', 'Bare/s', 'Ratio', 'Rounds'],
    rebuilt.map((each) => [whole(each.events), whole(each.rows), whole(each.perSecond), whole(each.barePerSecond), each.ratio.toFixed(2), each.rounds]),
  );

const readsIn = ({ reads }: BenchReport): readonly string[] =>
  section(
    `Questions, each asked ${reads?.asked ?? 0} times a round; milliseconds`,
    ['Question', 'Clock', 'Events', 'p50', 'p95'],
    (reads?.times ?? []).map((each) => [each.question, each.clock, whole(each.events), each.p50.toFixed(2), each.p95.toFixed(2)]),
  );

const startsIn = ({ started = [] }: BenchReport): readonly string[] =>
  section(
    'The built server in a process of its own',
    ['Events', 'First answer', 'Idle memory'],
    started.map(({ events, milliseconds, idleBytes }) => [whole(events), `${whole(milliseconds)} ms`, idleBytes === undefined ? 'not told here' : mebibytes(idleBytes)]),
  );

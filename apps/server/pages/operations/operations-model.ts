import { alarmsOf, askableKinds, isLive, jobKinds, rebuildKind, upkeepOn, viewInWords } from '#attendance';
import { JobsAway, type JobStanding, type JobState } from '#platform/jobs';
import { columns, words, type Table } from '../../layout/table.js';
import { atInWords } from '../../layout/words.js';
import type { HouseOf } from '../../visits/house-of.js';

interface ShownFailure {
  readonly id: string;
  readonly what: string;
  readonly key: string;
  readonly error: string;
  readonly tries: number;
  readonly at: string;
}
export interface OperationsModel {
  readonly alarms: readonly string[];
  readonly summary: readonly { readonly key: string; readonly value: string }[];
  readonly failures: readonly ShownFailure[];
  readonly tables: readonly Table[];
  readonly views: Table;
  /** Something runs or is being made: whoever looks again sees how far it has come. */
  readonly isMoving: boolean;
  readonly mayRun: boolean;
  readonly asks: readonly { readonly kind: string; readonly text: string }[];
  readonly viewNames: readonly string[];
}

const shown = 50;
const askTexts: Readonly<Record<string, string>> = { 'nightly-check': 'Check everything now', 'back-up': 'Back up now', sweep: 'Sweep now' };
export const summaryOf = (kind: string): string => jobKinds.find(({ name }) => name === kind)?.summary ?? kind;

/** How the house stands behind its pages, at this moment. */
export async function operationsModel({ kind, views, clock, backroom: { jobs, shelf } }: Pick<HouseOf, 'kind' | 'views' | 'clock' | 'backroom'>, mayRun: boolean): Promise<OperationsModel> {
  const [upkeep, status, { views: standing, head }, found] = await Promise.all([upkeepOn(shelf), jobs.status(), views.status(), listed(jobs)]);
  const of = (...states: readonly JobState[]): readonly JobStanding[] => found.filter(({ state }) => states.includes(state));
  const { counts } = status;
  const { check, backup } = upkeep;
  const tables = [
    tableOf('running', 'running', of('running'), ['Progress', ({ progress }) => (progress && progress.of > 0 ? `${Math.floor((100 * progress.done) / progress.of)} per cent` : 'begun')]),
    tableOf('waiting', 'waiting', of('waiting', 'later'), ['Due', ({ dueAt, error }) => `${dueAt === undefined ? 'now' : atInWords(dueAt)}${error === undefined ? '' : `, tried in vain: ${error}`}`]),
    tableOf('ended', 'ended lately', of('done', 'dismissed'), ['What came of it', ({ report, state }) => (state === 'dismissed' ? 'dismissed' : (report?.said ?? 'done'))]),
  ];
  return {
    alarms: alarmsOf({ kind, upkeep, status, clock }),
    summary: [
      { key: 'Last check', value: check === undefined ? 'none yet' : `${atInWords(check.at)}: ${check.events} events, ${check.findings.length === 0 ? 'all in order' : `${check.findings.length} findings`}` },
      { key: 'Last backup', value: backup === undefined ? 'none yet' : `${atInWords(backup.at)}: ${backup.events} events in ${backup.file}` },
      { key: 'Jobs', value: `${counts.running} running, ${counts.waiting} waiting, ${counts.later} later, ${counts.failed} failed` },
      { key: 'Log', value: `${head} events` },
    ],
    failures: of('failed').map(({ id, kind: name, key, error = '', tries, finishedAt, offeredAt }) => ({ id, what: summaryOf(name), key, error, tries, at: atInWords(finishedAt ?? offeredAt) })),
    tables: tables.filter(({ rows }) => rows.length > 0),
    views: {
      id: 'views', caption: `${standing.length} views`, heads: columns('View', 'Stands at', 'State'),
      rows: standing.map((each) => [words(`${each.view} ${each.version}`), words(`@${each.position}`), words(viewInWords(each, head))]),
    },
    isMoving: of('running', 'waiting').length > 0 || standing.some((each) => each.making ?? !isLive(each)),
    mayRun,
    asks: askableKinds.filter(({ name }) => name !== rebuildKind.name).map(({ name }) => ({ kind: name, text: askTexts[name] ?? name })),
    viewNames: standing.map(({ view }) => view),
  };
}

/** A queue that is out of reach is one of the alarms: the page shows the rest all the same. */
async function listed(jobs: HouseOf['backroom']['jobs']): Promise<readonly JobStanding[]> {
  try {
    const [open, ended] = await Promise.all([jobs.list({ states: ['running', 'waiting', 'later', 'failed'], limit: 4 * shown }), jobs.list({ states: ['done', 'dismissed'], limit: shown })]);
    return [...open, ...ended];
  } catch (fault) {
    if (fault instanceof JobsAway) return [];
    throw fault;
  }
}

const tableOf = (id: string, caption: string, jobs: readonly JobStanding[], [head, cell]: readonly [string, (job: JobStanding) => string]): Table => ({
  id, caption: `${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'} ${caption}`, heads: columns('Job', 'About', 'Offered', head),
  rows: jobs.slice(0, shown).map((job) => [words(summaryOf(job.kind)), words(job.key), words(atInWords(job.offeredAt)), words(cell(job))]),
});

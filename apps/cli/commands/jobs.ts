import type { Command } from 'commander';
import { alarmsOf, askableKinds, askedNow, isLive, jobKinds, openBackroom, upkeepOn, viewInWords, type Backroom } from '#attendance';
import { JobsAway, jobIdOf, type JobStanding, type Offered } from '#platform/jobs';
import { nearest } from '#platform/playbooks';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { withInstallation, type Installation } from '../opening.js';
import { table } from '../table.js';

interface Running extends Everywhere {
  readonly view?: string;
}
type Does = (backroom: Backroom, installation: Installation) => Promise<Answer>;

const endedShown = 10;
const doneByWhom = 'A server or a worker does it: npm run serve, npm run work';

/** `tally jobs`: what is done without anybody asking, and what went wrong with it. */
export function jobsCommand(cli: Cli): Command {
  const jobs = taught(cli, 'jobs', {
    summary: 'List duties, checks, backups and long files that run, wait or have failed; replay or dismiss one; run one now.',
    more: 'Ends with 1 when there is an alarm: a failed job, a check that found something, a queue out of reach. What you ask for is kept until it is done, also when Redis loses it.',
    examples: ['tally jobs', 'tally jobs --json', 'tally jobs run nightly-check', 'tally jobs run rebuild-view --view ledger', 'tally jobs replay back-up.2026-11-21%2000%3A00'],
  })
    .enablePositionalOptions()
    .action((options: Everywhere) => behind(cli, options, list));
  const part = (name: string, summary: string, does: (id: string) => Does): Command =>
    taught(cli, name, { summary, examples: [`tally jobs ${name} settle-duty.lapse-unsigned-offer%2FAW-2012-001`] })
      .argument('<id>', 'as tally jobs lists it')
      .action((id: string, options: Everywhere) => behind(cli, options, does(id)));
  jobs.addCommand(part('replay', 'Try a job again that has failed as often as it is tried.', (id) => ({ jobs: queue }) => settled(queue.replay(id), id, 'replayed')));
  jobs.addCommand(part('dismiss', 'Let a failed job go: it is not offered anew while it is remembered.', (id) => (backroom) => settled(backroom.dismiss(id), id, 'dismissed')));
  jobs.addCommand(
    taught(cli, 'run', { summary: `Ask for a job now: ${askableKinds.map(({ name }) => name).join(', ')}.`, examples: ['tally jobs run nightly-check', 'tally jobs run rebuild-view --view ledger'] })
      .argument('<name>', 'kind of job')
      .option('--view <view>', 'for rebuild-view: one view; every view when left out')
      .action((name: string, options: Running) => behind(cli, options, run(name, options.view))),
  );
  return jobs;
}

async function behind(cli: Cli, options: Everywhere, does: Does): Promise<void> {
  tell(cli, options, await withInstallation(placeOf(cli, options), async (installation) => {
    const backroom = await openBackroom(installation);
    try {
      return await does(backroom, installation);
    } catch (fault) {
      throw fault instanceof JobsAway ? new Complaint(exitCodes.storeOutOfReach, fault.message) : fault;
    } finally {
      await backroom.close();
    }
  }));
}

const list: Does = async ({ jobs, shelf }, { kind, clock, views: kept }) => {
  const [upkeep, status, { head, views }] = await Promise.all([upkeepOn(shelf), jobs.status(), kept.status()]);
  const making = views.filter((view) => view.making ?? !isLive(view));
  const alarms = alarmsOf({ kind, upkeep, status, clock });
  const isAway = status.trouble !== undefined;
  const open = isAway ? [] : await jobs.list({ states: ['failed', 'running', 'waiting', 'later'] });
  const ended = isAway ? [] : await jobs.list({ states: ['done', 'dismissed'], limit: endedShown });
  const sections = [
    ...alarms.map((alarm) => `ALARM: ${alarm}`),
    `Last check: ${upkeep.check ? `${upkeep.check.at}, ${upkeep.check.events} events, ${upkeep.check.findings.length} findings` : 'none yet'}`,
    `Last backup: ${upkeep.backup ? `${upkeep.backup.at}, ${upkeep.backup.file}` : 'none yet'}`,
    ...making.map((view) => `View ${view.view}: ${viewInWords(view, head)}`),
    open.length + ended.length === 0 ? 'No jobs.' : `\n${table(['id', 'state', 'tries', 'offered', 'what'], [...open, ...ended].map((job) => [job.id, job.state, job.tries, job.offeredAt, inWords(job)]))}`,
  ];
  return { json: { alarms, upkeep, ...status, views: making, jobs: [...open, ...ended] }, text: sections.join('\n'), exit: alarms.length > 0 ? exitCodes.refused : exitCodes.done };
};

const inWords = ({ error, report, progress, state }: JobStanding): string =>
  state === 'done' ? (report?.said ?? '') : (error ?? (progress ? `${progress.done} of ${progress.of}` : ''));

async function settled(found: Promise<boolean>, id: string, outcome: string): Promise<Answer> {
  if (!(await found)) throw new Complaint(exitCodes.refused, `There is no failed job ${id}. Failed jobs are listed by: tally jobs`);
  return { json: { outcome, id }, text: outcome === 'replayed' ? `${id} is tried again. ${doneByWhom}` : `${id} was dismissed` };
}

const run = (name: string, view: string | undefined): Does => async (backroom, { clock, declarations }) => {
  const [kinds, views] = [askableKinds.map((each) => each.name), declarations.views.map((each) => each.name)];
  const job = askedNow(name, clock, view);
  if (!job) throw new Complaint(exitCodes.badInput, jobKinds.some((each) => each.name === name) ? `${name} comes of the log or of a page, and cannot be asked for` : `There is no job "${name}". ${nearest(name, kinds)}`);
  if (view !== undefined && !views.includes(view)) throw new Complaint(exitCodes.badInput, `There is no view "${view}". ${nearest(view, views)}`);
  const [id, offered] = [jobIdOf(job.kind, job.key), await backroom.ask(job)];
  return { json: { id, ...offered }, text: `${id} ${askedInWords(offered)}` };
};

function askedInWords(offered: Offered): string {
  if (offered.outcome === 'away') return `is kept, and begun when the queue is back. ${offered.trouble}`;
  return offered.outcome === 'known' ? `is ${offered.state} already` : `waits. ${doneByWhom}`;
}

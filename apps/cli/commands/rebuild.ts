import type { Command } from 'commander';
import { declarations } from '#attendance';
import { nearest } from '#platform/playbooks';
import type { ViewStatus } from '#platform/view-store';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { withInstallation, type Installation } from '../opening.js';
import { table } from '../table.js';

/** `tally rebuild`: views made again from the log. */
export const rebuildCommand = (cli: Cli): Command =>
  taught(cli, 'rebuild', {
    summary: 'Make views again from the log, beside the ones that answer meanwhile, and compare the two.',
    examples: ['tally rebuild', `tally rebuild ${declarations.views[0]?.name ?? 'award-register'}`, 'tally rebuild --json'],
  })
    .argument('[view...]', 'views to make again; all when none is named')
    .action(async (names: string[], options: Everywhere) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => rebuild(cli, installation, names), { repairing: true })));

async function rebuild(cli: Cli, { views, store }: Installation, asked: readonly string[]): Promise<Answer> {
  const known = declarations.views.map(({ name }) => name);
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Complaint(exitCodes.badInput, `There is no view "${stranger}". ${nearest(stranger, known)}`);
  const names = asked.length > 0 ? asked : known;
  const before = new Map<string, Awaited<ReturnType<typeof views.digest>> & { readonly build: number }>();
  const { views: standing } = await views.status();
  for (const name of names) before.set(name, { ...(await views.digest(name)), build: madeBefore(standing.find(({ view }) => view === name)) });
  const { position: head } = await store.head();
  if (cli.terminal.isPerson) cli.terminal.err(`making ${names.length} views again from ${head} events`);
  await views.rebuild(names);
  const rebuilt = [];
  for (const name of names) {
    const was = before.get(name);
    await settled(views, name, was?.build ?? 0, patience(head));
    const is = await views.digest(name);
    rebuilt.push({ view: name, position: is.position, before: was?.digest ?? null, after: is.digest, equal: was?.position === is.position ? was.digest === is.digest : null });
  }
  const differ = rebuilt.filter(({ equal }) => equal === false);
  const words = ({ equal }: { readonly equal: boolean | null }): string => (equal === null ? 'it stood elsewhere before' : equal ? 'the same rows' : 'OTHER ROWS than before');
  const text = table(['view', 'position', 'digest', 'against before'], rebuilt.map((each) => [each.view, each.position, each.after.slice(0, 16), words(each)]));
  return { json: { outcome: differ.length > 0 ? 'differed' : 'rebuilt', views: rebuilt }, text, exit: differ.length > 0 ? exitCodes.refused : exitCodes.done };
}

/** The build that a later one is waited for; one that is only just being made is the one to wait for. */
const madeBefore = (status: ViewStatus | undefined): number => (status === undefined ? 0 : status.state === 'live' ? status.build : Math.max(0, status.build - 1));

/** Milliseconds that making a view may take, at a tenth of the speed that it should have. */
const patience = (events: number): number => 30_000 + events / 3;

/** Until a later build than this one answers; one that stopped says why. */
async function settled(views: Installation['views'], name: string, after: number, milliseconds: number): Promise<void> {
  for (const until = performance.now() + milliseconds; ; ) {
    const { views: all } = await views.status();
    const status = all.find(({ view }) => view === name);
    if (status?.fault) throw new Complaint(exitCodes.refused, `${name} stopped at event @${status.fault.at}: ${status.fault.because}`);
    if (status?.state === 'live' && status.build > after) return;
    if (performance.now() > until) throw new Complaint(exitCodes.refused, `${name} was not made in ${Math.round(milliseconds / 1000)} s, and the one before it still answers. Another process may be at it: look with tally check`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { aboutOf } from '#kernel';
import { commands } from '#domain';
import { limit, type LimitState } from '#domain/limits';
import { maySignInAs } from '#domain/people';
import type { Installation } from '#platform/installation';
import { play, readPlaybook, type PlayReport } from '#platform/playbooks';
import type { AnyQuestion } from '#platform/view-store';
import { wasPlayed } from '../../../apps/cli/was-played.js';
import { openDemonstration } from '../../support/demonstration-house.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Everything that a limit holds, bucket by bucket, in minor units. */
export type Buckets = Readonly<Record<string, number>>;

/** A playbook, played into an empty demonstration that knows nothing of its scheme but what the playbook says. */
export interface Played {
  readonly house: Installation;
  readonly report: PlayReport;
  /** The reference that a step was given a name for: `$alder-award`. */
  readonly named: (name: string) => string;
  /** What a limit holds, folded from its own events. */
  readonly bucketsOf: (ref: string) => Promise<Buckets>;
  /** The data of every event of a kind, in the log's order. */
  readonly happened: (type: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly ask: <Answer>(question: AnyQuestion<object, Answer>, input: object) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const atOnce = 1_000;

export async function played(file: string): Promise<Played> {
  const reading = readPlaybook(file, readFileSync(`test/stories/unseen/${file}`, 'utf8'), commands, maySignInAs);
  if (!reading.ok) throw new Error(reading.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const folder = await temporaryFolder();
  const house = await openDemonstration([reading.value], { folder: folder.path('data'), settings: { EVENT_STORE_URL: `memory:${randomUUID()}` } });
  const report = await play(reading.value, { kind: house.kind, run: house.engine.run.bind(house.engine), wasPlayed: wasPlayed(house.store) });
  await house.views.caughtUp();

  async function happened(type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const found: Readonly<Record<string, unknown>>[] = [];
    for (let after = 0, isRead = false; !isRead; ) {
      const page = await house.store.readAll({ after, limit: atOnce, types: [type] });
      found.push(...page.events.map(({ data }) => data as Readonly<Record<string, unknown>>));
      [after, isRead] = [page.next, page.caughtUp];
    }
    return found;
  }

  return {
    house,
    report,
    named: (name) => report.references[name] ?? `${name} has no reference`,
    happened,
    async bucketsOf(ref) {
      const { events } = await house.store.readStream(`limit-${ref}`);
      const state = events.reduce<LimitState>((before, event) => limit.evolve(before, event, aboutOf(ref, event)), limit.initial);
      return state.stage === 'open' ? state.buckets : {};
    },
    async ask(question, input) {
      const came = await house.views.ask(question, input, {});
      if (came.outcome !== 'answered') throw new Error(JSON.stringify(came));
      return came.answer;
    },
    async close() {
      await house.close();
      await folder.remove();
    },
  };
}

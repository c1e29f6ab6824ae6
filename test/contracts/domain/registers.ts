import { application, waitingEntries, type ApplicationState, type EntriesState } from '#domain/applications';
import type { Office } from './office.js';

type Waiting = Readonly<Record<string, readonly string[]>>;

/** Who waits in each round, as its register says. */
export const waitingInRegisters = (office: Office): Waiting =>
  byRound([...office.streams.keys()].filter((name) => name.startsWith('entries-')).flatMap((name) =>
    [...waitingEntries(office.now(name).state as EntriesState)].map((entry) => ({ round: name.slice('entries-'.length), application: entry.application }))));

/** The same, as the applications themselves say: whoever decides one has to take it out of the register too. */
export const waitingApplications = (office: Office): Waiting =>
  byRound([...office.streams.keys()].filter((name) => name.startsWith(`${application.category}-`)).flatMap((name) => {
    const state = office.now(name).state as ApplicationState;
    return state.stage === 'nominated' ? [{ round: state.budget.round, application: name.slice(application.category.length + 1) }] : [];
  }));

const byRound = (all: readonly { readonly round: string; readonly application: string }[]): Waiting =>
  Object.fromEntries([...Map.groupBy(all, ({ round }) => round)].map(([round, each]) => [round, each.map(({ application: ref }) => ref).sort()]).sort());

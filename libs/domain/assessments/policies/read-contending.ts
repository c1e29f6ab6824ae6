import { itemsOf, type ReadFact, type RoundRef } from '#kernel';
import { application, applicationMustBeOpen, entries, entryOf, waitingEntries, type ApplicationState, type Entry } from '#domain/applications';

/** Who is left to choose from, in the order in which they came, and who was taken forward where the register does not keep it. */
export interface Contending {
  readonly open: readonly Entry[];
  readonly takenForward: readonly Entry[];
}

/** A register of before leavings were kept in it names who came, and each application says how far it got: those are read one by one. */
export async function readContending(read: ReadFact, round: RoundRef): Promise<Contending> {
  const { state } = await read.ifAny(entries, round);
  if (!state.old) return { open: [...waitingEntries(state)].filter(({ eligible }) => eligible), takenForward: [] };
  const all = await Promise.all([...itemsOf(state.order)].map(async (each) => ({ entry: entryOf(state, each), came: (await read(application, each)).state })));
  const those = (wanted: (came: ApplicationState) => boolean): readonly Entry[] => all.flatMap(({ entry, came }) => (entry && wanted(came) ? [entry] : []));
  return { open: those((came) => applicationMustBeOpen(came) === undefined), takenForward: those(({ stage }) => stage === 'taken-forward') };
}

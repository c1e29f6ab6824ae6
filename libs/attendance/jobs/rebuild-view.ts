import type { Position } from '#platform/event-store';
import type { Installation } from '#platform/installation';
import { CannotSucceed, type Handle, type Job } from '#platform/jobs';
import { ViewUnavailable } from '#platform/view-store';
import { rebuildKind } from './kinds.js';

/** One view, or all of them: asked for twice while it waits or runs, it is made once. */
export const rebuildOf = (view: string | undefined): Job => ({ kind: rebuildKind.name, key: view ?? 'all', ...(view === undefined ? {} : { input: { view } }) });

/** Makes views again, one after the other, and tells how many events of how many it has come through. Whoever takes this over goes on with a build that was begun. */
export const rebuildView = ({ installation: { store, views, declarations } }: { readonly installation: Pick<Installation, 'store' | 'views' | 'declarations'> }): Handle => async ({ view }, { signal, progress }) => {
  const known = declarations.views.map(({ name }) => name);
  const names = view === undefined ? known : known.filter((name) => name === view);
  if (names.length === 0) throw new CannotSucceed(`There is no view ${String(view)} in this version of Tallystick`);
  const { position: head } = await store.head();
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted();
    const cameTo = (position: Position): void => progress(index * head + Math.min(position, head), names.length * head);
    cameTo(0);
    await madeAgain(views, name, cameTo);
  }
  progress(names.length * head, names.length * head);
  return { said: `${names.length === 1 ? `${names[0]} was` : `${names.length} views were`} made again` };
};

/** An event that stops a view stops it again: no further try helps until the view is mended. */
async function madeAgain(views: Installation['views'], name: string, cameTo: (position: Position) => void): Promise<void> {
  try {
    await views.rebuild([name], cameTo);
  } catch (fault) {
    throw fault instanceof ViewUnavailable ? new CannotSucceed(fault.message) : fault;
  }
}

import { declarations } from '#attendance';
import { openInstallation, type Installation } from '#platform/installation';
import type { Place } from './site.js';

const patienceMs = 600_000;

/** Views that differ from what a rebuild from nothing, in another place, makes of the same log. Nobody may write meanwhile. */
export async function differingViews(live: Installation, anew: Place): Promise<readonly string[]> {
  const head = (await live.store.head()).position;
  if (!(await live.views.waitFor(head, patienceMs))) throw new Error(`The views did not come to @${head}`);
  const rebuilt = await openInstallation({ ...anew, declarations, works: true });
  try {
    if (!(await rebuilt.views.waitFor(head, patienceMs))) throw new Error(`The rebuild did not come to @${head}`);
    const differing: string[] = [];
    for (const { name } of declarations.views) {
      const [kept, made] = [await live.views.digest(name), await rebuilt.views.digest(name)];
      if (kept.position !== made.position || kept.digest !== made.digest) differing.push(`${name}: ${kept.digest.slice(0, 12)} @${kept.position}, rebuilt ${made.digest.slice(0, 12)} @${made.position}`);
    }
    return differing;
  } finally {
    await rebuilt.close();
  }
}

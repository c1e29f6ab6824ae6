import { londonDate } from '#kernel';
import type { Installation } from '#platform/installation';
import type { Handle } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';
import { examine } from '../examination/examine.js';
import { noteCheck, upkeepOn } from '../upkeep.js';

const mostFindings = 20;

/**
 * Looks at everything once a day, and raises the alarm when something is not in order. A finding is what the job was for: it is
 * no failed try. Looking again costs nothing but time, so a day that the shelf says was looked at is not looked at twice.
 */
export const nightlyCheck = ({ installation, shelf }: { readonly installation: Installation; readonly shelf: Shelf }): Handle => async (_, { key, signal, progress }) => {
  const { clock } = installation;
  const { check } = await upkeepOn(shelf);
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(key) ? key : undefined; // a person may ask for one at any time, under another key
  if (check && asked !== undefined && londonDate(check.at) >= asked) return { said: `The day was checked at ${check.at}`, alarms: check.findings };
  const { log, findings } = await examine(installation, (events, head) => {
    signal.throwIfAborted();
    progress(events, head);
  });
  const said = findings.slice(0, mostFindings).map(({ where, what, advice }) => `${where}: ${what}. ${advice}`);
  const isLogBroken = findings.some(({ where }) => where.startsWith('event @'));
  await noteCheck(shelf, { at: clock.now(), events: log.events, root: log.root, findings: said, isLogBroken });
  return findings.length === 0
    ? { said: `${log.events} events, their ledgers and views are in order. Root ${log.root}` }
    : { said: `${findings.length} things are not in order among ${log.events} events`, alarms: said };
};

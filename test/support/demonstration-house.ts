import { declarations } from '#attendance';
import { openInstallation, type Installation, type InstallationOptions } from '#platform/installation';
import type { Playbook } from '#platform/playbooks';
import { beginningOf } from '../../apps/server/demonstration.js';

/** An installation that is ready for playbooks: a demonstration that begins when the first of their steps was recorded. */
export function openDemonstration(playbooks: readonly Playbook[], place: Pick<InstallationOptions, 'folder' | 'settings' | 'works'>): Promise<Installation> {
  const recordedAt = beginningOf(playbooks);
  return openInstallation({ ...place, kind: 'demonstration', declarations, ...(recordedAt === undefined ? {} : { recordedAt }) });
}

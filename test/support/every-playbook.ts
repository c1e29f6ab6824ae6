import type { Playbook } from '#platform/playbooks';
import { demonstrationPlaybooks } from '../../apps/server/demonstration.js';

/** The demonstration and, after it, the schemes that no document describes: between them every kind of term that a scheme may have. */
export const everyPlaybook = (): readonly Playbook[] => ['infra/demonstration', 'test/stories/unseen'].flatMap(demonstrationPlaybooks);

import { decide, present, reference, refuse, text, type ExpertRef } from '#kernel';
import { ExpertRemovedFromPool } from '../expert.events.js';
import { expert } from '../expert.js';

export class RemoveExpertFromPool {
  @reference('EX', 'Expert') expert!: ExpertRef;
  @text('Reason') reason!: string;
}

export const removeExpertFromPool = decide(expert, RemoveExpertFromPool, {
  summary: 'Remove an expert from the pool: awards that they help keep them, and no others get them.',
  permission: 'pool:keep',
  ref: ({ expert: ref }) => ref,
  refusals: { 'expert-is-removed': 'This expert is in the pool no longer' },
  rule(state, { reason }) {
    const { stage, programme, title } = present(state);
    if (stage === 'removed') return refuse('expert-is-removed');

    return [ExpertRemovedFromPool({ programme, title, reason })];
  },
});

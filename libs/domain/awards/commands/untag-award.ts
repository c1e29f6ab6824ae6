import { code, decide, present, reference, refuse, type AwardRef, type Code } from '#kernel';
import { award } from '../award.js';
import { AwardUntagged } from '../parties.events.js';

export class UntagAward {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Set') set!: Code;
}

export const untagAward = decide(award, UntagAward, {
  summary: 'Take the tag of a set off an award, so that another can be given.',
  permission: 'award:tag',
  ref: ({ award: ref }) => ref,
  refusals: {
    'award-came-to-nothing': 'This award is {stage}, so it is counted under no tag',
    'not-tagged': 'This award has no tag in {set}',
  },
  rule(state, { set }) {
    const { stage, terms, tags } = present(state);
    if (stage === 'declined' || stage === 'lapsed' || stage === 'withdrawn') return refuse('award-came-to-nothing', { stage });
    const value = tags[set];
    if (value === undefined) return refuse('not-tagged', { set });

    return [AwardUntagged({ set, value, recipientName: terms.recipientName })];
  },
});

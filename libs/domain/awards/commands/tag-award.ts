import { code, decide, present, reference, refuse, text, type AwardRef, type Code } from '#kernel';
import { award } from '../award.js';
import { AwardTagged } from '../parties.events.js';

export class TagAward {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Set', { hint: 'What the tag tells apart, such as category' }) set!: Code;
  @text('Tag', { max: 80 }) value!: string;
}

export const tagAward = decide(award, TagAward, {
  summary: 'Tag an award within a set of tags, so that totals can be told apart by it; one tag of each set.',
  permission: 'award:tag',
  ref: ({ award: ref }) => ref,
  refusals: {
    'award-came-to-nothing': 'This award is {stage}, so it is counted under no tag',
    'tagged-already': 'This award is tagged {value} in {set} already. Take that tag off first',
  },
  rule(state, { set, value }) {
    const { stage, terms, tags } = present(state);
    if (stage === 'declined' || stage === 'lapsed' || stage === 'withdrawn') return refuse('award-came-to-nothing', { stage });
    const known = tags[set];
    if (known !== undefined) return refuse('tagged-already', { set, value: known });

    return [AwardTagged({ set, value, recipientName: terms.recipientName })];
  },
});

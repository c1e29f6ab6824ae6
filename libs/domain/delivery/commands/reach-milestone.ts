import { code, date, decide, optional, text, type Code, type FieldValue, type IsoDate } from '#kernel';
import { programme } from '#domain/programmes';
import { milestoneKind } from '../milestone-fields.js';
import { MilestoneReached } from '../milestones.events.js';
import { milestones } from '../milestones.js';

export class ReachMilestone {
  @code('Programme') programme!: Code;
  @milestoneKind kind!: FieldValue<typeof milestoneKind>;
  @text('Title', { hint: 'What was reached, never who took part' }) title!: string;
  @optional(text('Document', { hint: 'Where it can be read' })) document?: string;
  @optional(date('Planned for', { hint: 'Where it was planned for another day' })) planned?: IsoDate;
}

export const reachMilestone = decide(milestones, ReachMilestone, {
  summary: 'Record that a programme reached a milestone today: its launch, an event, a report, a case study, a visit.',
  permission: 'milestone:record',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: {},
  rule: (_, reached) => [MilestoneReached(reached)],
});

import { code, count, decide, optional, refuse, text, type Code, type FieldValue } from '#kernel';
import { programme } from '#domain/programmes';
import { milestoneKind } from '../milestone-fields.js';
import { MilestonesPlanned } from '../milestones.events.js';
import { milestones } from '../milestones.js';

export class PlanMilestones {
  @code('Programme') programme!: Code;
  @milestoneKind kind!: FieldValue<typeof milestoneKind>;
  @count('At least', { max: 10_000 }) least!: number;
  @count('At most', { min: 1, max: 10_000 }) most!: number;
  @optional(text('Document', { hint: 'Where it was agreed' })) document?: string;
}

export const planMilestones = decide(milestones, PlanMilestones, {
  summary: 'Record how many milestones of a kind were agreed, from so many to so many, such as 12 to 15 reports.',
  permission: 'milestone:record',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: { 'bounds-run-backwards': 'The least, {least}, is above the most, {most}' },
  rule(_, planned) {
    const { least, most } = planned;
    if (least > most) return refuse('bounds-run-backwards', { least, most });

    return [MilestonesPlanned(planned)];
  },
});

import { code, decide, optional, text, type Code, type FieldValue } from '#kernel';
import { programme } from '#domain/programmes';
import { rating } from '../milestone-fields.js';
import { RatingReported } from '../milestones.events.js';
import { milestones } from '../milestones.js';

export class ReportRating {
  @code('Programme') programme!: Code;
  @text('Period', { hint: 'As the report calls it, such as "quarter 1 of 2016/17"' }) period!: string;
  @rating rating!: FieldValue<typeof rating>;
  @text('What was rated', { hint: 'The output or the programme, as the report calls it' }) output!: string;
  @optional(text('Reason')) reason?: string;
  @optional(text('Reference', { hint: 'Where the report stands' })) reference?: string;
}

export const reportRating = decide(milestones, ReportRating, {
  summary: 'Report how a programme or one of its outputs was rated for a period: green, amber or red.',
  permission: 'milestone:record',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: {},
  rule: (_, reported) => [RatingReported(reported)],
});

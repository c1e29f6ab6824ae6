import { code, decide, refuse, text, type Code, type FieldValue } from '#kernel';
import { programme } from '#domain/programmes';
import { printedFigures } from '../milestone-fields.js';
import { DiscrepancyNoted } from '../milestones.events.js';
import { milestones } from '../milestones.js';

export class NoteDiscrepancy {
  @code('Programme') programme!: Code;
  @text('What the documents differ on') subject!: string;
  @printedFigures printed!: FieldValue<typeof printedFigures>;
}

export const noteDiscrepancy = decide(milestones, NoteDiscrepancy, {
  summary: 'Note that documents print the same thing differently; what each prints is kept, and neither is corrected.',
  permission: 'milestone:record',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: { 'documents-agree': 'All of these documents say {figure}, so there is nothing that differs' },
  rule(_, noted) {
    const [first, ...others] = new Set(noted.printed.map(({ figure }) => figure));
    if (first !== undefined && others.length === 0) return refuse('documents-agree', { figure: first });

    return [DiscrepancyNoted(noted)];
  },
});

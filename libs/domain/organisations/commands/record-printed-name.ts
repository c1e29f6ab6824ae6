import { decide, kept, present, reference, refuse, showDate, text, type OrganisationRef } from '#kernel';
import { NamePrinted } from '../organisation.events.js';
import { organisation, printedAs } from '../organisation.js';

export class RecordPrintedName {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Name as printed', { hint: 'Letter by letter, with its mistakes' }) name!: string;
  @text('Document', { hint: 'Which one, and where in it' }) document!: string;
}

export const recordPrintedName = decide(organisation, RecordPrintedName, {
  summary: 'Record how a document prints the name of a body, so that whoever reads the document finds the body.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  refusals: { 'printed-already': 'That {document} prints “{name}” was recorded on {on}' },
  rule(state, { name, document }) {
    const before = kept(present(state).printed, printedAs(name, document));
    if (before) return refuse('printed-already', { name, document, on: showDate(before) });

    return [NamePrinted({ name, document })];
  },
});

import { versions, view, type ViewDeclaration } from '#kernel';
import { round } from '#domain/programmes';

/** What a newer release might bring: a view that trips over one round, and the release after it, which does not. */
export const roundNames = (tripsOver: string | undefined): ViewDeclaration =>
  view('round-names', {
    version: 1,
    tables: { names: versions({ columns: { reference: 'text', name: 'text' }, key: ['reference'] }) },
    from: [round],
    on: {
      RoundOpened(rows, { ref, data: { name } }) {
        if (ref === tripsOver) throw new RangeError(`${ref} has a name that this release did not expect`);
        rows.names.put({ reference: ref, name });
      },
    },
  });

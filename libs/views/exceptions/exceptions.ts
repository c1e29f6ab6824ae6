import { showDate, versions, view, type Happened, type RowsOf } from '#kernel';
import { entries } from '#domain/applications';
import { milestones } from '#domain/delivery';
import { funding } from '#domain/funding';

const tables = {
  /** What does not agree, and is kept as it came. `stands`: 1 until the same source agrees after all. */
  exceptions: versions({
    columns: { about: 'text', subject: 'text', kind: 'text', sentence: 'text', noted_on: 'text', stands: 'integer' },
    key: ['about', 'subject'],
    indexes: [['stands', 'noted_on'], ['about']],
  }),
};
type Rows = RowsOf<typeof tables>;

interface Noted {
  /** What it concerns: a round, a programme, an outside funding. */
  readonly about: string;
  readonly subject: string;
  readonly kind: 'count' | 'printed-figures' | 'term';
  readonly sentence: string;
}
const note = (rows: Rows, { on }: Pick<Happened, 'on'>, noted: Noted, differs: boolean): void => rows.exceptions.put({ ...noted, noted_on: on, stands: differs ? 1 : 0 });

/** What documents and the register do not agree on: nothing is corrected, and nobody need find it out twice. */
export const exceptions = view('exceptions', {
  version: 1,
  tables,
  from: [entries, milestones, funding],
  on: {
    CountStated(rows, event) {
      const { round, document, stated, listed, bodiesStated = event.data.bodies, bodies } = event.data;
      const ofBodies = bodiesStated === bodies ? '' : `; it states ${bodiesStated} bodies and the register counts ${bodies}`;
      note(rows, event, { about: round, subject: document, kind: 'count', sentence: `${document} states ${stated} applications and the register lists ${listed}${ofBodies}` }, stated !== listed || bodiesStated !== bodies);
    },
    ContractorAppointed(rows, event) {
      const { programme, organisationName, what, months, agreedMonths } = event.data;
      if (agreedMonths === undefined) return;
      const sentence = `${organisationName} was appointed for ${months} months, where ${agreedMonths} were agreed (${programme})`;
      note(rows, event, { about: event.ref, subject: `${organisationName}, ${what}`, kind: 'term', sentence }, months > agreedMonths);
    },
    FundingVaried(rows, event) {
      const { programme, funderName, until, offeredUntil = until, reason } = event.data;
      const terms = `until ${showDate(offeredUntil)}, and it was varied to last until ${showDate(until)}`;
      const sentence = `${funderName} offered its money ${terms}: ${reason} (${programme})`;
      note(rows, event, { about: event.ref, subject: 'its term', kind: 'term', sentence }, until > offeredUntil);
    },
    DiscrepancyNoted(rows, event) {
      const { programme, subject, printed } = event.data;
      note(rows, event, { about: programme, subject, kind: 'printed-figures', sentence: `Documents differ on ${subject}. ${printed.map(({ document, figure }) => `${document}: ${figure}`).join('; ')}` }, true);
    },
  },
});

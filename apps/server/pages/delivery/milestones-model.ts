import { milestoneKind } from '#domain/delivery';
import type { Milestones, MilestonesAgreed } from '#views/delivery';
import { programmeDeliverySteps, stepsFor } from '../../forms/next-steps.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import { ratingStage } from '../../layout/stages.js';
import { amounts, columns, onDay, tagged, words, type Table } from '../../layout/table.js';
import { capital } from '../../layout/words.js';
import type { Visit } from '../../visits/visit.js';

const kindOf = (kind: string): string => capital(milestoneKind.spec.show(kind));
const standing: Readonly<Record<MilestonesAgreed['standing'], string>> = {
  below: 'below what was agreed', within: 'within what was agreed', full: 'as many as were agreed', over: 'more than were agreed',
};

/** What a programme reached, how it was rated, what bodies decided about it as a whole, and where documents differ. */
export function milestonesModel(code: string, { reached, agreed, ratings, decisions, discrepancies }: Milestones, visit: Visit): SectionsModel {
  const isBack = visit.past !== undefined || visit.soOn !== undefined;
  const section = (
    id: string, heading: string, [was, is]: readonly [was: string, is: string], tables: readonly Table[],
  ): Section => ({ id, heading, empty: isBack ? was : is, tables: tables.filter(({ rows }) => rows.length > 0) });
  return {
    caption: code,
    actions: stepsFor(visit, programmeDeliverySteps, `/programmes/${code}`, `of ${code}`),
    sections: [
      section('milestones', 'Milestones', [
        'Nothing was reached or agreed yet.',
        'Nothing is reached or agreed yet. An officer records a milestone when there is something to point to.',
      ], [
        {
          id: 'agreed', caption: 'How many were agreed', heads: [...columns('Kind', 'Standing'), ...amounts('Agreed', 'Reached')],
          rows: agreed.map(
            ({ kind, least, most, reached: came, standing: so }) => [
              words(kindOf(kind)), words(capital(standing[so])), words(least === most ? least : `${least} to ${most}`), words(came),
            ],
          ),
        },
        {
          id: 'reached', caption: 'What was reached', heads: columns('What', 'Kind', 'On', 'Planned for', 'Document'),
          rows: reached.map(
            ({ title, kind, on, plannedOn, document }) => [words(title), words(kindOf(kind)), onDay(on), onDay(plannedOn), words(document ?? '')],
          ),
        },
      ]),
      section('ratings', 'Ratings', ['Nothing was rated yet.', 'Nothing is rated yet. An officer reports a rating for a period.'], [
        {
          id: 'rated', caption: 'How it was rated', heads: columns('Period', 'What', 'Rating', 'Why', 'Reference', 'Reported on'),
          rows: ratings.map(
            ({ period, output, rating, reason, reference, on }) => [
              words(period), words(output), tagged(ratingStage(rating)), words(reason ?? ''), words(reference ?? ''), onDay(on),
            ],
          ),
        },
      ]),
      section('decisions', 'Decisions about the programme as a whole', [
        'No body had decided about it as a whole.',
        'No body has decided about it as a whole. Such a decision commits no money, whatever its words; the secretary records it.',
      ], [
        {
          id: 'decided', caption: 'What bodies decided', heads: columns('Decision', 'Body', 'Meeting', 'Verbs', 'Minute', 'On'),
          rows: decisions.map(
            ({ reference, decidedByName, meeting, item, verbs, minute, on }) => [
              { ...words(reference), isWhole: true }, words(decidedByName), words(`${meeting}, item ${item}`),
              words(capital(verbs.join(' and '))), words(minute), onDay(on),
            ],
          ),
        },
      ]),
      section('discrepancies', 'Where documents differ', [
        'No document was known to differ.',
        'No document is known to differ. Where two print another figure, both are kept and none is added.',
      ], [
        {
          id: 'differ', caption: 'Figures as they were printed', heads: columns('About', 'Figures', 'Noted on'),
          rows: discrepancies.map(
            ({ subject, printed, on }) => [
              words(capital(subject)), words(printed.map(({ document, figure }) => `${document}: ${figure}`).join('; ')), onDay(on),
            ],
          ),
        },
      ]),
    ],
  };
}

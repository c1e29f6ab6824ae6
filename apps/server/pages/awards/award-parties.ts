import { partnerRole } from '#domain/organisations';
import type { AwardPage } from '#views/registers';
import type { Parties, Party } from '#views/tranches';
import { partySteps, stepAbout, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Section } from '../../layout/section.js';
import { columns, linked, onDay, words, type Table } from '../../layout/table.js';
import { capital, inWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';

/** Who answers for an award and who has a part in it, since when, and how it is tagged. */
export function partiesOf(award: AwardPage, { parties, tags }: Parties, visit: Visit): readonly Section[] {
  const tables: readonly Table[] = [
    ...(parties.length < 2 ? [] : [partiesTable(parties, visit)]),
    ...(
      tags.length === 0
        ? []
        : [
          {
            id: 'tags', caption: 'Tags', heads: columns('Set', 'Tag', 'Since'),
            rows: tags.map(({ set, value, sinceOn }) => [words(set), words(value), onDay(sinceOn)]),
          },
        ]
    ),
  ];
  const actions = actionsOf(award, tags, visit);
  if (tables.length + actions.length === 0) return [];
  const left = parties.filter(({ role, untilOn }) => role === 'lead' && untilOn !== null);
  const sentences = left.map(
    ({ name, untilOn }) =>
      `${name} answered for it until ${inWords(untilOn ?? '')}. What was posted before stays where it was: the ledger goes by the award.`,
  );
  return [
    { id: 'parties', heading: 'Bodies and tags', sentences, tables, empty: 'One body answers for it and no other has a part in it. It has no tag.', actions },
  ];
}

function actionsOf({ reference, stage, partners }: AwardPage, tags: Parties['tags'], visit: Visit): readonly Step[] {
  const page = `/awards/${reference}`;
  if (['declined', 'lapsed', 'withdrawn'].includes(stage)) return [];
  const [tag, untag] = partySteps.tags;
  const parties = stage === 'closed' ? [] : partySteps.parties.filter((name) => name !== 'RemovePartner' || partners.length > 0);
  return [
    ...stepsFor(visit, [...parties, tag], page, `of ${reference}`),
    ...tags.flatMap(({ set, value }) => stepAbout(visit, untag, page, { which: value, words: { set } })),
  ].map((step) => ({ ...step, first: false }));
}

const roleOf = (role: string): string => capital(role === 'lead' ? 'answers for it' : partnerRole.spec.show(role));

const partiesTable = (parties: readonly Party[], visit: Visit): Table => ({
  id: 'bodies', caption: 'Bodies in this award', heads: columns('Body', 'Role', 'Since', 'Until'),
  rows: parties.map(
    ({ organisation, name, role, sinceOn, untilOn }) => [
      linked(name, link(visit, `/organisations/${organisation}`), `${organisation}, ${role}`), words(roleOf(role)), onDay(sinceOn),
      onDay(untilOn),
    ],
  ),
});

import { organisationType } from '#domain/organisations';
import type { TimelinePage } from '#views/audit';
import type { OrganisationPage, OtherBody } from '#views/registers';
import type { BodyAwards } from '#views/tranches';
import { organisationSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { SummaryRow } from '../../layout/figures.js';
import type { Section } from '../../layout/section.js';
import type { ShownStage } from '../../layout/stages.js';
import { columns, linked, onDay, words, type Cell, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { awardsOf } from './organisation-awards.js';

export interface OrganisationModel {
  readonly reference: string;
  readonly tags: readonly ShownStage[];
  readonly summary: readonly SummaryRow[];
  readonly actions: readonly Step[];
  readonly sections: readonly Section[];
  readonly timeline: ShownTimeline | undefined;
}
export interface OrganisationStanding {
  readonly organisation: OrganisationPage;
  readonly awards: BodyAwards;
  /** Undefined for those who may not audit. */
  readonly timeline: TimelinePage | undefined;
}

export const typeInWords = (type: string): string => {
  const said = organisationType.spec.show(type);
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** Everything that an organisation's page says of it, in words and addresses. */
export function organisationModel({ organisation, awards, timeline }: OrganisationStanding, visit: Visit): OrganisationModel {
  const { reference, name, region, identifier, registeredOn, withheldOn, successors } = organisation;
  return {
    reference,
    tags: [
      ...(successors.length > 0 ? [{ words: 'Succeeded by another', tone: 'ended' } as const] : []),
      ...(withheldOn === null ? [] : [{ words: 'Name withheld from what is published', tone: 'waiting' } as const]),
    ],
    summary: [
      { key: 'Type', value: typeInWords(organisation.type) },
      { key: 'Region', value: region ?? 'Not recorded' },
      { key: 'Registered on', value: inWords(registeredOn) },
      ...(identifier === null ? [] : [{ key: 'Identifier as registered', value: identifier }]),
      ...(withheldOn === null ? [] : [{ key: 'Name withheld since', value: inWords(withheldOn) }]),
    ],
    actions: stepsFor(visit, organisationSteps, `/organisations/${reference}`, name),
    sections: [namesOf(organisation, visit), identifiersOf(organisation, visit), ...jointOf(organisation, visit), ...successionOf(organisation, visit), awardsOf(awards, visit)],
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

/** What is said where there is nothing, of today and of another day. */
const nothing = ({ past, soOn }: Visit, was: string, is: string): string => (past || soOn ? was : is);
const filled = (...tables: readonly Table[]): readonly Table[] => tables.filter(({ rows }) => rows.length > 0);

function namesOf({ names, types, printedNames }: OrganisationPage, visit: Visit): Section {
  return {
    id: 'names', heading: 'Names and types', empty: nothing(visit, 'No name was recorded yet.', 'No name is recorded.'),
    tables: filled(
      { id: 'names-had', caption: 'Names that it had', heads: columns('Name', 'From'), rows: names.map(({ name, fromOn }) => [words(name), onDay(fromOn)]) },
      { id: 'types-had', caption: 'Types that it was of', heads: columns('Type', 'From', 'Reason'), rows: types.map(({ type, fromOn, reason }) => [words(typeInWords(type)), onDay(fromOn), words(reason ?? '')]) },
      {
        id: 'names-printed', caption: 'Names as documents print them', heads: columns('As printed', 'Document', 'Recorded on'),
        rows: printedNames.map(({ name, document, recordedOn }) => [words(name), words(document), onDay(recordedOn)]),
      },
    ),
  };
}

function identifiersOf({ identifiers }: OrganisationPage, visit: Visit): Section {
  return {
    id: 'identifiers', heading: 'Identifiers',
    empty: nothing(visit, 'No register’s identifier was recorded yet.', 'No register’s identifier is recorded yet. It is kept exactly as the register writes it, with its zeros, and no other body can have the same.'),
    tables: filled({
      id: 'identifiers-of', caption: 'What registers call it', heads: columns('Identifier', 'Register', 'From', 'Until', 'Reason'),
      rows: identifiers.map(({ identifier, registerName, fromOn, untilOn, reason }) => [{ ...words(identifier), isWhole: true }, words(registerName), onDay(fromOn), onDay(untilOn), words(reason ?? '')]),
    }),
  };
}

const body = ({ organisation, name }: OtherBody, visit: Visit): Cell => linked(name, link(visit, `/organisations/${organisation}`), organisation);
const since = (bodies: readonly OtherBody[], visit: Visit): Table['rows'] => bodies.map((each) => [body(each, visit), onDay(each.sinceOn)]);

function jointOf({ type, members, memberOf }: OrganisationPage, visit: Visit): readonly Section[] {
  const tables = filled(
    { id: 'members-of', caption: 'Members', heads: columns('Member', 'Named on'), rows: since(members, visit) },
    { id: 'member-of', caption: 'Joint bodies that it is part of', heads: columns('Joint body', 'Since'), rows: since(memberOf, visit) },
  );
  const empty = nothing(visit, 'Its members were not named yet.', 'Its members are not named yet.');
  return tables.length > 0 || type === 'joint-body' ? [{ id: 'joint', heading: 'Joint working', tables, empty }] : [];
}

function successionOf({ predecessors, successors }: OrganisationPage, visit: Visit): readonly Section[] {
  const rows = (bodies: OrganisationPage['successors']): Table['rows'] => bodies.map((each) => [body(each, visit), onDay(each.sinceOn), words(each.reason)]);
  const tables = filled(
    { id: 'predecessors', caption: 'Came before it', heads: columns('Organisation', 'From', 'Reason'), rows: rows(predecessors) },
    { id: 'successors', caption: 'Came after it', heads: columns('Organisation', 'From', 'Reason'), rows: rows(successors) },
  );
  return tables.length > 0 ? [{ id: 'succession', heading: 'Predecessors and successors', tables, empty: '' }] : [];
}

import type { AwardInPhases, PhaseCounted, Phases } from '#views/delivery';
import type { Conditional, TagTotals } from '#views/tranches';
import type { Section } from '../../layout/section.js';
import { amounts, columns, linked, onDay, pounds, words, type Table } from '../../layout/table.js';
import { capital, inPounds, many, yearInWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { conditionOf } from '../awards/award-parts.js';

const back = ({ past, soOn }: Visit): boolean => past !== undefined || soOn !== undefined;

/** How many awards are in each phase, and each award with what it waits for. */
export function phasesSection({ phases, awards }: Phases, visit: Visit): Section {
  const nothing = back(visit)
    ? 'No round asked for phases yet.'
    : 'No round of the programme goes through phases. A programme manager names them when the scheme is designed; awards of later rounds then go through them.';
  const names = new Map(phases.map(({ round, phase, name }) => [`${round} ${phase}`, name]));
  return {
    id: 'phases', heading: 'Phases', empty: nothing,
    tables: phases.length === 0 ? [] : [countedTable(phases, visit), ...(awards.length === 0 ? [] : [awardsTable(awards, names, visit)])],
  };
}

const countedTable = (phases: readonly PhaseCounted[], visit: Visit): Table => ({
  id: 'counted', caption: 'Awards in each phase', heads: [
    ...columns('Phase', 'Round'), ...amounts('Payable, each award', 'Started it', 'In it now', 'Waiting for what opens it'),
  ],
  rows: phases.map(({ round, name, number, payableMinor, started, inIt, awaiting }) => [
    words(`${number}. ${name}`), linked(round, link(visit, `/rounds/${round}`), `with ${name}`), payableMinor === null
      ? words('left open')
      : pounds(payableMinor), words(started), words(inIt), words(awaiting),
  ]),
});

function awardsTable(awards: readonly AwardInPhases[], names: ReadonlyMap<string, string>, visit: Visit): Table {
  const called = (round: string, phase: string | null): string => (phase === null ? '' : (names.get(`${round} ${phase}`) ?? phase));
  return {
    id: 'in-phases', caption: many(
      awards.length, 'award under way or ended', 'awards under way or ended',
    ), heads: columns('Award', 'Recipient', 'Phase', 'Since', 'Comes next', 'Waits for'),
    rows: awards.map(({ award, round, recipientName, phase, sinceOn, next, awaits }) => [
      linked(award, link(visit, `/awards/${award}#delivery`)), words(recipientName), words(
        phase === null ? 'Before the first' : called(round, phase),
      ), onDay(sinceOn), words(called(round, next)), words(capital(awaits.join(', '))),
    ]),
  };
}

/** Later years that are named: beside what is committed, never in it. */
export function conditionalSection({ rows, totalMinor }: Conditional, visit: Visit): Section {
  return {
    id: 'conditional', heading: 'Conditional years',
    sentences: rows.length === 0 ? [] : [`${inPounds(totalMinor)} is named for later years and waits for its own approval. None of it is committed.`],
    empty: back(visit) ? 'No later year was named.' : 'No later year waits for approval. Whoever sets the terms of an award names one from the award’s page.',
    tables: rows.length === 0 ? [] : [{
      id: 'named', caption: 'Named and not committed', heads: [...columns('Award', 'Recipient', 'From', 'Subject to'), ...amounts('Named')],
      rows: rows.map(
        (each) => [
          linked(each.award, link(visit, `/awards/${each.award}#parts`), `part ${each.number}`), words(each.recipientName),
          words(`${each.fund} ${yearInWords(each.financialYear)}`), words(conditionOf(each)), pounds(each.amountMinor),
        ],
      ),
    }],
  };
}

export function tagsSection(totals: readonly TagTotals[], visit: Visit): Section {
  return {
    id: 'tags', heading: 'Awards by tag', empty: back(visit)
      ? 'No award was tagged.'
      : 'No award is tagged. An officer tags awards from their own pages, so that they can be added up by what they are about.',
    tables: totals.map(({ set, rows, untagged }): Table => ({
      id: `tags-${set}`, caption: `${capital(set)}${untagged === 0 ? '' : `: ${many(untagged, 'award has', 'awards have')} no tag`}`, heads: [
        ...columns('Tag'), ...amounts('Awards', 'Worth', 'Committed'),
      ],
      rows: rows.map(({ value, awards, worthMinor, committedMinor }) => [words(value), words(awards), pounds(worthMinor), pounds(committedMinor)]),
    })),
  };
}

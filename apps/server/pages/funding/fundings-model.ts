import type { ExpenseClaimRow, FundingRow, ProgrammeFunding } from '#views/funding';
import { fundingsSteps, stepsFor } from '../../forms/next-steps.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import { amounts, columns, linked, onDay, pounds, words, type Table } from '../../layout/table.js';
import { inPounds } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { claimsTable } from './claims-table.js';
import { heldInWords, qualifiedPounds } from './funding-words.js';

/** Outside money of a programme, what it is used for, what was claimed back, and who bears costs in our place. */
export function fundingsModel(
  code: string, { fundings, total, netCostMinor, uses, costBearers }: ProgrammeFunding, claims: readonly ExpenseClaimRow[], visit: Visit,
): SectionsModel {
  const isBack = visit.past !== undefined || visit.soOn !== undefined;
  const section = (id: string, heading: string, [was, is]: readonly [was: string, is: string], table: Table): Section => (
    { id, heading, empty: isBack ? was : is, tables: table.rows.length === 0 ? [] : [table] }
  );
  return {
    caption: code,
    lead: 'Money of other bodies is in none of our budgets. What we spend of it is our cost until it is claimed back.',
    figures: fundings.length === 0
      ? []
      : [
        { label: 'From outside', value: qualifiedPounds(total.qualifier, total.amountMinor) },
        { label: 'Our cost', value: inPounds(netCostMinor), note: 'spent and not claimed back' },
      ],
    actions: stepsFor(visit, fundingsSteps, `/programmes/${code}`, `of ${code}`),
    sections: [
      section(
        'fundings', 'Who pays',
        [
          'Nothing had been offered from outside yet.',
          'Nothing is offered from outside. A programme manager records what a funder offers; then it appears here.',
        ],
        fundingsTable(fundings, visit),
      ),
      section('uses', 'What it is used for here', ['Nothing had been given a use yet.', 'No money from outside is given a use here.'], usesTable(uses, visit)),
      section(
        'claims', 'Claimed back',
        ['Nothing had been claimed yet.', 'Nothing is claimed back. A finance officer claims what was spent, from the page of the funding.'],
        claimsTable(claims),
      ),
      section(
        'bearers', 'Costs that others bear', ['Nobody bore a cost in our place.', 'No other body bears a cost of the programme.'],
        bearersTable(costBearers, visit),
      ),
    ],
  };
}

const fundingsTable = (fundings: readonly FundingRow[], visit: Visit): Table => ({
  id: 'offered', caption: 'Outside funders', heads: [
    ...columns('Funding', 'Funder', 'Purpose', 'Held by', 'Until'), ...amounts('Amount', 'Spent', 'Claimed', 'Paid back', 'Our cost'),
  ],
  rows: fundings.map(({ funding, funderName, purpose, heldBy, untilOn, qualifier, amountMinor, incurredMinor, claimedMinor, receivedMinor, netCostMinor }) => [
    linked(
      funding, link(visit, `/fundings/${funding}`),
    ), words(funderName), words(purpose), words(heldInWords(heldBy)), onDay(untilOn), words(qualifiedPounds(qualifier, amountMinor)),
    ...(
      heldBy === 'us'
        ? [pounds(incurredMinor), pounds(claimedMinor), pounds(receivedMinor), pounds(netCostMinor)]
        : Array.from({ length: 4 }, () => words('not ours'))
    ),
  ]),
});

const usesTable = (uses: ProgrammeFunding['uses'], visit: Visit): Table => ({
  id: 'used', caption: 'Uses in this programme', heads: [...columns('What for', 'Funding', 'On'), ...amounts('Amount')],
  rows: uses.map(
    ({ funding, what, on, qualifier, amountMinor }) => [
      words(what), linked(funding, link(visit, `/fundings/${funding}`), `for ${what}`), onDay(on),
      words(qualifiedPounds(qualifier, amountMinor)),
    ],
  ),
});

const bearersTable = (bearers: ProgrammeFunding['costBearers'], visit: Visit): Table => ({
  id: 'borne', caption: 'Who bears what', heads: columns('Body', 'What of', 'Since'),
  rows: bearers.map(
    ({ organisation, name, what, sinceOn }) => [
      linked(name, link(visit, `/organisations/${organisation}`), `${organisation}, ${what}`), words(what), onDay(sinceOn),
    ],
  ),
});

import type { IsoDate } from '#kernel';
import type { FundingPage } from '#views/funding';
import { fundingSteps, stepAbout, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import { amounts, columns, linked, onDay, pounds, words, type Table } from '../../layout/table.js';
import type { ShownTimeline } from '../../layout/timeline.js';
import { inPounds, inWords, many } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { claimsTable } from './claims-table.js';
import { costInWords, heldInWords, qualifiedPounds } from './funding-words.js';

interface Around {
  readonly today: IsoDate;
  readonly timeline: ShownTimeline | undefined;
}

/** What an outside funder pays: how much and until when, who spends it, what was claimed back, and what that leaves as our cost. */
export function fundingModel(funding: FundingPage, { today, timeline }: Around, visit: Visit): SectionsModel {
  const page = `/fundings/${funding.funding}`;
  const isOurs = funding.heldBy === 'us';
  return {
    caption: funding.funding,
    figures: figuresOf(funding, isOurs),
    actions: stepsFor(visit, isOurs ? [...fundingSteps.us, ...fundingSteps.any] : fundingSteps.any, page, funding.funding),
    summary: summaryOf(funding, visit),
    sections: [amountsOf(funding, today), usesOf(funding, visit), ...(isOurs ? [costsOf(funding, page, visit)] : []), contractorsOf(funding, visit)],
    hasTimeline: true,
    timeline,
  };
}

const figuresOf = (
  { qualifier, amountMinor, offeredMinor, assignedMinor, incurredMinor, claimedMinor, receivedMinor, netCostMinor }: FundingPage,
  isOurs: boolean,
): readonly Figure[] => [
  {
    label: 'Amount', value: qualifiedPounds(qualifier, amountMinor),
    ...(amountMinor === offeredMinor ? {} : { note: `${inPounds(offeredMinor)} was offered` }),
  },
  { label: 'Given a use', value: inPounds(assignedMinor) },
  ...(isOurs
    ? [
      { label: 'Spent', value: inPounds(incurredMinor) }, { label: 'Claimed', value: inPounds(claimedMinor), note: 'and not answered yet' },
      { label: 'Paid back', value: inPounds(receivedMinor) }, { label: 'Our cost', value: inPounds(netCostMinor) },
    ]
    : []),
];

const summaryOf = (
  { funder, funderName, programme, purpose, heldBy, fromOn, untilOn, offeredOn, unspentOf }: FundingPage, visit: Visit,
): readonly SummaryRow[] => [
  { key: 'Funder', value: `${funderName} (${funder})`, href: link(visit, `/organisations/${funder}`) },
  { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}/fundings`) },
  { key: 'Purpose', value: purpose },
  { key: 'Held by', value: heldInWords(heldBy) },
  { key: 'Offered on', value: inWords(offeredOn) },
  { key: 'Pays for', value: `What is spent from ${inWords(fromOn)} to ${inWords(untilOn)}` },
  ...(unspentOf === null ? [] : [{ key: 'Unspent money of', value: unspentOf }]),
];

function amountsOf({ amounts: varied, untilOn }: FundingPage, today: IsoDate): Section {
  return {
    id: 'amounts', heading: 'Amount and term', empty: '',
    sentences: untilOn < today ? [`Its term ended on ${inWords(untilOn)}: nothing that is spent since is paid for.`] : [],
    tables: [{
      id: 'varied', caption: 'As it was offered and varied', heads: [...columns('On', 'Until', 'Why'), ...amounts('Amount')],
      rows: varied.map(({ on, untilOn: until, reason, amountMinor }) => [onDay(on), onDay(until), words(reason ?? 'As it was offered'), pounds(amountMinor)]),
    }],
  };
}

const usesOf = ({ uses }: FundingPage, visit: Visit): Section => ({
  id: 'uses', heading: 'What it is for', empty: visit.past || visit.soOn
    ? 'It had been given no use yet.'
    : 'It has been given no use yet. A programme manager assigns it to what it pays for.',
  tables: uses.length === 0 ? [] : [{
    id: 'used', caption: 'Uses it was given', heads: [...columns('What for', 'Programme', 'On'), ...amounts('Amount')],
    rows: uses.map(
      ({ what, programme, on, qualifier, amountMinor }) => [
        words(what), linked(programme, link(visit, `/programmes/${programme}`), `for ${what}`), onDay(on),
        words(qualifiedPounds(qualifier as FundingPage['qualifier'], amountMinor)),
      ],
    ),
  }],
});

function costsOf({ expenses, claims, netCostMinor }: FundingPage, page: string, visit: Visit): Section {
  const spent: Table = {
    id: 'expenses', caption: 'Spent on its account', heads: [...columns('What for', 'Document', 'On'), ...amounts('Amount')],
    rows: expenses.map(({ what, document, on, amountMinor }) => [words(what), words(document), onDay(on), pounds(amountMinor)]),
  };
  const waiting = claims.filter(({ stage }) => stage === 'claimed');
  const answers: readonly Step[] = waiting.flatMap(
    ({ claim }) => fundingSteps.waiting.flatMap((name) => stepAbout(visit, name, page, { which: claim, words: { claim } })),
  );
  return {
    id: 'claims', heading: 'Spent and claimed back',
    sentences: expenses.length === 0 ? [] : [costInWords(netCostMinor)],
    tables: [spent, claimsTable(claims)].filter(({ rows }) => rows.length > 0),
    empty: visit.past || visit.soOn
      ? 'Nothing had been spent on its account yet.'
      : 'Nothing has been spent on its account yet. A finance officer records what was spent, and then claims it back.',
    actions: answers,
  };
}

/** A term that is longer than was agreed, or than the money lasts, is recorded all the same and said here. */
function contractorsOf({ contractors, untilOn: end }: FundingPage, visit: Visit): Section {
  return {
    id: 'contractors', heading: 'Whom it engages', empty: visit.past || visit.soOn ? 'It engaged nobody yet.' : 'It engages nobody yet.',
    sentences: contractors.flatMap(({ name, isLonger, months, agreedMonths, untilOn }) => [
      ...(isLonger ? [`${name} is appointed for ${many(months, 'month', 'months')}, where ${agreedMonths ?? 0} were agreed.`] : []),
      ...(untilOn > end ? [`${name} is appointed until ${inWords(untilOn)}, after the money ends on ${inWords(end)}.`] : []),
    ]),
    tables: contractors.length === 0 ? [] : [{
      id: 'engaged', caption: 'Contractors', heads: [...columns('Contractor', 'What for', 'From', 'Until'), ...amounts('Months', 'Agreed')],
      rows: contractors.map(
        ({ organisation, name, what, fromOn, untilOn, months, agreedMonths }) => [
          linked(name, link(visit, `/organisations/${organisation}`), organisation), words(what), onDay(fromOn), onDay(untilOn),
          words(months), words(agreedMonths ?? 'not said'),
        ],
      ),
    }],
  };
}

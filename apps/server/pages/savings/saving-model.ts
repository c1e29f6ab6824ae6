import type { TimelinePage } from '#views/audit';
import type { SavingPage } from '#views/registers';
import { attribution } from '#domain/savings';
import { savingSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import type { ShownStage } from '../../layout/stages.js';
import { amounts, columns, onDay, pounds, tagged, words, type Table } from '../../layout/table.js';
import { shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inPounds } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';
import { kindInWords, periodOf, whose } from './savings-table.js';
import { qualified } from './sum-in-words.js';

export interface SavingModel {
  readonly reference: string;
  readonly heading: string;
  readonly stage: ShownStage;
  readonly figures: readonly Figure[];
  readonly summary: readonly SummaryRow[];
  readonly actions: readonly Step[];
  readonly claims: Table | undefined;
  readonly isLifetime: boolean;
  readonly timeline: ShownTimeline | undefined;
}

const claimStages: Readonly<Record<string, ShownStage>> = {
  waiting: { words: 'To be validated', tone: 'waiting' }, validated: { words: 'Validated', tone: 'open' },
  rejected: { words: 'Not accepted', tone: 'wrong' }, withdrawn: { words: 'Withdrawn', tone: 'ended' },
};

function standing({ waitingClaim, validatedMinor, lifetimeOf }: SavingPage): ShownStage {
  if (lifetimeOf !== null) return { words: 'Stated', tone: 'ended' };
  if (waitingClaim !== null) return { words: 'Claimed', tone: 'waiting' };
  return validatedMinor > 0 ? { words: 'Validated', tone: 'open' } : { words: 'Forecast', tone: 'open' };
}

export function savingModel(saving: SavingPage, timeline: TimelinePage | undefined, visit: Visit): SavingModel {
  const { reference, lifetimeOf, waitingClaim, forecastMinor, claimedMinor, validatedMinor, rejectedMinor, qualifier, award, programme, claims } = saving;
  const isLifetime = lifetimeOf !== null;
  // Of a year the account of its own kind and year: a programme may have other savings, which are not behind these figures.
  const lines = (account: string): string | undefined =>
    isLifetime ? ledgerLines(visit, account, award ?? programme) : ledgerLines(visit, `${account}:${award ?? programme}:${saving.kind}:${saving.financialYear ?? ''}`);
  const expected = qualified(qualifier, forecastMinor + claimedMinor + validatedMinor);
  const steps = isLifetime ? savingSteps.lifetime : waitingClaim === null ? savingSteps.open : savingSteps.waiting;
  return {
    reference,
    heading: `${kindInWords(saving.kind)} of ${whose(saving)}`,
    stage: standing(saving),
    figures: isLifetime
      ? [{ label: 'Over the lifetime', value: expected, href: lines('S:Lifetime') }]
      : [
          { label: 'Expected in all', value: expected, note: 'forecast, claimed and validated' },
          { label: 'Only forecast', value: inPounds(forecastMinor), href: lines('S:Forecast') },
          { label: 'Claimed, not validated yet', value: inPounds(claimedMinor), href: lines('S:Claimed') },
          { label: 'Validated', value: inPounds(validatedMinor), href: lines('S:Validated') },
          ...(rejectedMinor > 0 ? [{ label: 'Not accepted', value: inPounds(rejectedMinor), href: lines('S:Rejected') }] : []),
        ],
    summary: [
      { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}`) },
      ...(award === null ? [] : [{ key: 'Award', value: award, href: link(visit, `/awards/${award}`) }]),
      { key: 'Period', value: periodOf(saving) },
      { key: 'Attribution', value: attribution.spec.show(saving.attribution) },
      { key: 'Written down in', value: saving.document },
    ],
    actions: stepsFor(visit, steps, `/savings/${reference}`, reference),
    claims: claims.length === 0 ? undefined : {
      id: 'claims', caption: `Claims of ${reference}`, heads: [...columns('Claim', 'On', 'Document', 'State'), ...amounts('Amount', 'Accepted', 'Not accepted')],
      rows: claims.map((each) => [
        words(each.number), onDay(each.claimedOn), words(each.document), tagged(claimStages[each.stage] ?? { words: each.stage, tone: 'ended' }),
        pounds(each.amountMinor), pounds(each.acceptedMinor), pounds(each.rejectedMinor),
      ]),
    },
    isLifetime,
    timeline: shownTimeline(timeline, visit, undefined),
  };
}

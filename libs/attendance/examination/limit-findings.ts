import { streams } from '#domain';
import { aboutOf, numbers, streamParts, type StreamDeclaration } from '#kernel';
import type { LimitState } from '#domain/limits';
import type { EventStore, RecordedEvent } from '#platform/event-store';
import { happened } from '#platform/view-store';
import { LawsOfRecord } from '#views/ledgers';
import type { Found, OutOfOrder } from './out-of-order.js';

const declared = new Map(([...streams, numbers] as unknown as readonly StreamDeclaration[]).map((stream) => [stream.category, stream]));
const advice = 'No command could have stored this. Stop writing, keep the files as evidence, and report the event.';

/** Where an award's or a round's money comes from, as the event that began it says. */
interface Origins {
  readonly roundOf: Map<string, string>;
  readonly fundOf: Map<string, string>;
  /** Parts of awards that come from another budget line than their first, by award and number. */
  readonly fundOfPart: Map<string, string>;
}

/**
 * Folds every stream from the first event to the last, as the engine would, and adds up the limits: what a fund allocated
 * its rounds hold, and what a round approved its awards hold, to the penny. On the same way it reads who did what.
 */
export async function limitFindings(store: EventStore): Promise<Found & { readonly buckets: ReadonlyMap<string, number> }> {
  const states = new Map<string, unknown>();
  const origins: Origins = { roundOf: new Map(), fundOf: new Map(), fundOfPart: new Map() };
  const findings: OutOfOrder[] = [];
  const laws = new LawsOfRecord();
  for (let after = 0, isMore = true; isMore; ) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: 1_000 });
    for (const event of events) {
      const fault = fold(states, event);
      if (fault !== undefined && findings.length < 20) findings.push({ where: `event @${event.position}`, what: fault, advice });
      note(origins, event);
      laws.take(happened(event));
    }
    [after, isMore] = [next, !caughtUp];
  }
  const unlawful = laws.breaches.slice(0, 20).map(({ name, where, what }): OutOfOrder => ({ where: `record ${name}, ${where}`, what, advice }));
  return {
    checked: [
      `${states.size} streams, folded event by event`,
      'limits: funds against rounds and parts of awards, rounds against awards',
      ...Object.entries(LawsOfRecord.sentences).map(([name, sentence]) => `record ${name}: ${sentence}`),
    ],
    findings: [...findings, ...unlawful, ...untied(states, origins)],
    buckets: bucketsOf(states),
  };
}

function fold(states: Map<string, unknown>, event: RecordedEvent): string | undefined {
  const { stream } = event;
  const { category, ref } = streamParts(stream);
  const of = declared.get(category);
  if (!of) return category === 'log' ? undefined : `belongs to ${stream}, and nobody declares streams of ${category}`;
  try {
    states.set(stream, of.evolve(states.has(stream) ? states.get(stream) : of.initial, event, aboutOf(ref, event)));
    return undefined;
  } catch (fault) {
    return `${event.type} does not fit ${stream}: ${fault instanceof Error ? fault.message : String(fault)}`; // the finding is what the fold objects to
  }
}

interface Line {
  readonly fund: string;
  readonly financialYear: string;
  readonly round: string;
}
interface Part {
  readonly number: number;
  readonly line: Line;
}
const limitOf = ({ fund, financialYear }: Line): string => `fund.${fund}.${financialYear}`;
/** Parts of an award that money was committed to: approved with it, confirmed later, or carried forward. */
const partsOf: Readonly<Record<string, (data: RecordedEvent['data']) => readonly Part[]>> = {
  AwardApproved: (data) => (data as { readonly otherLines?: readonly Part[] }).otherLines ?? [],
  TrancheConfirmed: (data) => [data as unknown as Part],
  CarriedForward: (data) => [data as unknown as Part],
};

function note({ roundOf, fundOf, fundOfPart }: Origins, { type, stream, data }: RecordedEvent): void {
  const { budget } = data as { readonly budget?: Line };
  const { ref } = streamParts(stream);
  for (const { number, line } of partsOf[type]?.(data) ?? []) fundOfPart.set(`${ref}.${number}`, limitOf(line));
  if (type === 'RoundOpened' && budget) fundOf.set(ref, limitOf(budget));
  if (type === 'AwardRecommended' && budget) roundOf.set(ref, `round.${budget.round}`);
}

/** What limits of money hold, as `fund.IMPROVEMENT.FY1213 available`; empty buckets, delegations and evidence are left out. */
function bucketsOf(states: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  const money = [...states].filter(([stream]) => /^limit-(fund|round|award|funding)\./.test(stream));
  return new Map(money.flatMap(([stream, state]) => {
    const { buckets } = state as Extract<LimitState, { stage: 'open' }>;
    return Object.entries(buckets).filter(([, amount]) => amount !== 0).map(([bucket, amount]) => [`${streamParts(stream).ref} ${bucket}`, amount] as const);
  }));
}

const ofAnAward = ['approved', 'agreed', 'authorised', 'spent'];

function untied(states: ReadonlyMap<string, unknown>, { roundOf, fundOf, fundOfPart }: Origins): OutOfOrder[] {
  const held = (limit: string, ...buckets: readonly string[]): number => {
    const state = states.get(`limit-${limit}`) as LimitState | undefined;
    return state?.stage === 'open' ? buckets.reduce((sum, bucket) => sum + (state.buckets[bucket] ?? 0), 0) : 0;
  };
  const sums = new Map<string, number>();
  const add = (holders: ReadonlyMap<string, string>, kind: string, buckets: readonly string[]): void => {
    for (const [ref, above] of holders) sums.set(above, (sums.get(above) ?? 0) + held(`${kind}.${ref}`, ...buckets));
  };
  add(fundOf, 'round', ['allocated', 'approved']);
  add(fundOfPart, 'award', ofAnAward);
  add(roundOf, 'award', ofAnAward);
  const compare = (above: ReadonlyMap<string, string>, bucket: string, holders: string): OutOfOrder[] =>
    [...new Set(above.values())].flatMap((holder) => {
      const [has, sum] = [held(holder, bucket), sums.get(holder) ?? 0];
      return has === sum ? [] : [{ where: `limit ${holder}`, what: `holds ${has} pence ${bucket}, and its ${holders} hold ${sum}`, advice }];
    });
  return [...compare(new Map([...fundOf, ...fundOfPart]), 'allocated', 'rounds and parts of awards'), ...compare(roundOf, 'approved', 'awards')];
}

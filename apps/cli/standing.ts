import { streams } from '#domain';
import { aboutOf, streamName, type StreamDeclaration } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import { plainState } from './plain-state.js';

/** A stream folded as it stood. */
export interface Standing {
  readonly stream: string;
  readonly noun: string;
  readonly version: number;
  readonly state: unknown;
}

/** At run time every stream knows how it evolves; the type of the list leaves that out so that the list has one. Limits come last. */
const declared = ([...streams] as unknown as StreamDeclaration[]).sort((a, b) => Number(a.category === 'limit') - Number(b.category === 'limit'));
/** Limits carry the reference of what they limit behind their own kind: award.AW-2012-001, fund.IMPROVEMENT.FY1213. */
const limitsOf = (reference: string): readonly string[] => ['award', 'round', 'places', 'days', 'funding'].map((kind) => `${kind}.${reference}`);

/** Everything that stands under a reference or code, straight from the log and so without waiting for a view. */
export async function standingOf(store: EventStore, reference: string, upTo: Position = Number.MAX_SAFE_INTEGER): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  for (const of of declared) {
    const refs = of.category === 'limit' ? limitsOf(reference) : [reference];
    for (const ref of refs) {
      const standing = await folded(store, of, ref, upTo);
      if (standing) found.push(standing);
    }
  }
  return found;
}

async function folded(store: EventStore, of: StreamDeclaration, ref: string, upTo: Position): Promise<Standing | undefined> {
  const stream = streamName(of, ref);
  if (!/^[a-z]+-[A-Za-z0-9:_.-]{1,200}$/.test(stream)) return undefined;
  const events = (await store.readStream(stream)).events.filter(({ position }) => position <= upTo);
  if (events.length === 0) return undefined;
  const state = events.reduce((before, event) => of.evolve(before, event, aboutOf(ref, event)), of.initial);
  return { stream, noun: of.noun, version: events.length, state: plainState(state) };
}

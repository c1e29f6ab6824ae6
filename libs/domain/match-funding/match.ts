import { exceeds, handsShown, lesser, minus, nil, plus, stream, type Money, type OrganisationRef, type Person } from '#kernel';
import * as events from './match.events.js';

/** What one source gives. `evidenced` is what stands: shown and not rejected. */
export interface Source {
  readonly name: string;
  /** Its part of what must be matched, where that was split among the sources. */
  readonly share?: Money | undefined;
  readonly pledged: Money;
  readonly evidenced: Money;
  readonly verified: Money;
}
/** What the sources of an award pledged, showed and had verified. */
export interface MatchState {
  readonly sources: Readonly<Record<OrganisationRef, Source>>;
  /** The award ended: nothing more is required than was met by then. */
  readonly ended: boolean;
  /** Whoever verified any of it, or lent the role for it, authorises no payment that waits for it. */
  readonly verifiedBy: readonly Person[];
}

const none: Source = { name: '', pledged: nil, evidenced: nil, verified: nil };
export const sourceOf = (state: MatchState, source: OrganisationRef): Source => state.sources[source] ?? none;

/** Changes what a source gives. Nobody shows more than is pledged or verifies more than is shown: the rules check first. */
function give(state: MatchState, source: OrganisationRef, name: string, change: (before: Source) => Partial<Source>): MatchState {
  const before = sourceOf(state, source);
  const after = { ...before, name, ...change(before) };
  if (!(0 <= after.verified.minor && after.verified.minor <= after.evidenced.minor && after.evidenced.minor <= after.pledged.minor)) {
    throw new Error(`Match of ${name} would be verified ${after.verified.minor} of ${after.evidenced.minor} shown of ${after.pledged.minor} pledged pence`);
  }
  return { ...state, sources: { ...state.sources, [source]: after } };
}

/** A new split replaces the one before it, so nobody keeps an old share. */
const unsplit = (sources: MatchState['sources']): MatchState['sources'] =>
  Object.fromEntries(Object.entries(sources).map(([source, given]) => [source, { ...given, share: undefined }]));

export const match = stream('match', { noun: 'match for award', events, initial: { sources: {}, ended: false, verifiedBy: [] } as MatchState }).evolvedBy({
  MatchSplit: (state, { shares }) =>
    shares.reduce<MatchState>((each, { source, sourceName, amount }) => give(each, source, sourceName, () => ({ share: amount })), { ...state, sources: unsplit(state.sources) }),
  MatchPledged: (state, { source, sourceName, amount }) => give(state, source, sourceName, ({ pledged }) => ({ pledged: plus(pledged, amount) })),
  PledgeWithdrawn: (state, { source, sourceName, amount }) => give(state, source, sourceName, ({ pledged }) => ({ pledged: minus(pledged, amount) })),
  MatchEvidenced: (state, { source, sourceName, amount }) => give(state, source, sourceName, ({ evidenced }) => ({ evidenced: plus(evidenced, amount) })),
  MatchVerified(state, { source, sourceName, accepted, rejected }, about) {
    const given = give(state, source, sourceName, ({ evidenced, verified }) => ({ evidenced: minus(evidenced, rejected), verified: plus(verified, accepted) }));
    return { ...given, verifiedBy: [...new Set([...state.verifiedBy, ...handsShown(about.by, about)])] };
  },
  VerificationRevoked: (state, { source, sourceName, accepted, rejected }) =>
    give(state, source, sourceName, ({ evidenced, verified }) => ({ evidenced: plus(evidenced, rejected), verified: minus(verified, accepted) })),
  MatchReleased: (state, { pledges }) =>
    pledges.reduce<MatchState>(
      (each, { source, sourceName, amount }) => give(each, source, sourceName, ({ pledged }) => ({ pledged: minus(pledged, amount) })),
      { ...state, ended: true },
    ),
});

export interface MatchPosition {
  readonly required: Money;
  readonly pledged: Money;
  readonly evidenced: Money;
  readonly verified: Money;
  /** What counts: verified, but never more than is required. */
  readonly met: Money;
  readonly gap: Money;
}

/** How far the match of an award has come against what its agreement requires. An award that ended has no gap. */
export function matchPosition(state: MatchState, asked: Money): MatchPosition {
  const sum = (of: 'pledged' | 'evidenced' | 'verified'): Money => Object.values(state.sources).reduce((before, source) => plus(before, source[of]), nil);
  const verified = sum('verified');
  const met = lesser(verified, asked);
  const required = state.ended ? met : asked;
  return { required, pledged: sum('pledged'), evidenced: sum('evidenced'), verified, met, gap: minus(required, met) };
}

export interface SourcePosition extends Source {
  readonly source: OrganisationRef;
  /** What is still to be shown of its pledge. */
  readonly outstanding: Money;
  /** What is missing of its share, even where the surplus of another makes up for it. */
  readonly short: Money;
}

/** How far each source has come: a partner who is short is seen even when the award as a whole is met. */
export const positionsBySource = ({ sources }: MatchState): readonly SourcePosition[] =>
  Object.entries(sources).map(([source, given]) => {
    const { share = nil, pledged, evidenced, verified } = given;
    return { ...given, source: source as OrganisationRef, outstanding: minus(pledged, evidenced), short: exceeds(share, verified) ? minus(share, verified) : nil };
  });

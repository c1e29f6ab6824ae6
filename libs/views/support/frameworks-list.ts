import { code, reference, type Code, type FrameworkRef, type IsoDate } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { frameworks } from './frameworks.js';

interface Named {
  readonly organisation: string;
  readonly organisationName: string;
}
export interface CallOffRow extends Named {
  readonly number: number;
  readonly on: string;
  readonly what: string;
  /** What the body pays its supplier, in pence, where it is known. */
  readonly valueMinor: number | null;
}
export interface OutcomeRow {
  readonly people: number;
  readonly qualifier: string;
  readonly eachMinor: number;
  /** Worked out: people times what each gained. */
  readonly totalMinor: number;
  readonly period: string;
  readonly document: string;
  readonly on: string;
}
export interface FrameworkRow {
  readonly reference: string;
  readonly programme: string;
  readonly name: string;
  readonly stage: 'planned' | 'launched';
  readonly launchesOn: string | null;
  readonly launchedOn: string | null;
  readonly chargeMinor: number | null;
  readonly partners: readonly (Named & { readonly role: string })[];
  readonly members: readonly (Named & { readonly since: string })[];
  readonly callOffs: readonly CallOffRow[];
  /** Distinct bodies that called off, and of members the part of them in hundredths of a per cent; nothing where there are none. */
  readonly callers: number;
  readonly callersOfMembers: number | null;
  readonly outcomes: readonly OutcomeRow[];
}

class FrameworksAsked {
  @code('Programme') programme!: Code;
}
class FrameworkAsked {
  @reference('FW', 'Framework') framework!: FrameworkRef;
}

export const frameworksList = questionOn('frameworks', {
  summary: 'The frameworks of a programme: their partners and members, what was called off, and what people gained.',
  permission: 'register:read',
  input: FrameworksAsked,
  from: [frameworks],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<readonly FrameworkRow[]> {
    const moves = await movesOf(db, 'programme', programme, asOf?.on);
    const rows = [...Map.groupBy(moves, ({ framework }) => framework)].flatMap(([reference, history]) => rowOf(reference, history) ?? []);
    return rows.sort((a, b) => (a.reference < b.reference ? -1 : 1));
  },
});

export const frameworkPage = questionOn('framework', {
  summary: 'A framework: its partners and members, what was called off, and what people gained.',
  permission: 'register:read',
  input: FrameworkAsked,
  from: [frameworks],
  takesAsOf: true,
  ask: async (db, { framework }, { asOf }): Promise<FrameworkRow | undefined> => rowOf(framework, await movesOf(db, 'framework', framework, asOf?.on)),
});

const movesOf = (db: Known<[typeof frameworks]>, of: 'programme' | 'framework', which: string, on: IsoDate | undefined) =>
  db
    .selectFrom('framework_moves').selectAll().where(of, '=', which)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('position').orderBy('line').execute();
type Move = Awaited<ReturnType<typeof movesOf>>[number];

function rowOf(reference: string, history: readonly Move[]): FrameworkRow | undefined {
  const planned = history.find(({ change }) => change === 'planned');
  if (!planned) return undefined;
  const launched = history.find(({ change }) => change === 'launched');
  const named = history.flatMap((move) => {
    const { organisation, organisation_name: organisationName } = move;
    return organisation === null || organisationName === null ? [] : [{ ...move, organisation, organisationName }];
  });
  const members = new Map<string, FrameworkRow['members'][number]>();
  for (const { change, organisation, organisationName, effective_on: since } of named) {
    if (change === 'joined') members.set(organisation, { organisation, organisationName, since });
    if (change === 'left') members.delete(organisation);
  }
  const callOffs = named.filter(({ change }) => change === 'called-off');
  const callers = new Set(callOffs.map(({ organisation }) => organisation)).size;
  return {
    reference, programme: planned.programme, name: planned.name, stage: launched ? 'launched' : 'planned', launchesOn: planned.what, launchedOn: launched?.effective_on ?? null, chargeMinor: launched?.amount_minor ?? null,
    partners: named.filter(({ change }) => change === 'partner').map(({ organisation, organisationName, what }) => ({ organisation, organisationName, role: what ?? '' })),
    members: [...members.values()],
    callOffs: callOffs.map(({ organisation, organisationName, number, effective_on: on, what, amount_minor: valueMinor }) => ({ organisation, organisationName, number: number ?? 0, on, what: what ?? '', valueMinor })),
    callers, callersOfMembers: members.size === 0 ? null : Math.floor((callers * 10_000) / members.size),
    outcomes: history.filter(({ change }) => change === 'outcome').map(({ number, qualifier, each_minor: each, amount_minor: total, period, what, effective_on: on }) => ({
      people: number ?? 0, qualifier: qualifier ?? '', eachMinor: each ?? 0, totalMinor: total ?? 0, period: period ?? '', document: what ?? '', on,
    })),
  };
}

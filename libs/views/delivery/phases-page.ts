import { code, type Code, type IsoDate } from '#kernel';
import { questionOn } from '../question-on.js';
import { askedIn, workedOn, type Asked, type Deliveries } from './asked-of-awards.js';
import { deliveries } from './deliveries.js';

/** A phase of a round's scheme, and how many awards are where. Pence; null where the phase leaves its sum open. */
export interface PhaseCounted {
  readonly round: string;
  readonly phase: string;
  readonly name: string;
  readonly number: number;
  readonly payableMinor: number | null;
  /** Awards that have started it, whether they have gone on since or not. */
  readonly started: number;
  /** Awards whose last phase it is, and that have not ended it. */
  readonly inIt: number;
  /** Awards for which it comes next, and that lack an output which opens it. */
  readonly awaiting: number;
}
export interface AwardInPhases {
  readonly award: string;
  readonly round: string;
  readonly recipientName: string;
  /** The last phase that started; null before the first. */
  readonly phase: string | null;
  readonly sinceOn: string | null;
  /** The phase that comes next, and the outputs that it still waits for. */
  readonly next: string | null;
  readonly awaits: readonly string[];
}
export interface Phases {
  readonly phases: readonly PhaseCounted[];
  readonly awards: readonly AwardInPhases[];
}

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

export const phasesPage = questionOn('phases', {
  summary: 'How many awards of a programme are in each phase of their scheme, and which outputs those wait for that are to go on.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [deliveries],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<Phases> {
    const asked = (await askedIn(db, { programme }, asOf?.on)).filter(({ phases }) => phases.length > 0);
    const steps = await stepsOf(db, programme, asOf?.on);
    const awards = (await workedOn(db, programme, asOf?.on)).flatMap((each) => {
      const scheme = asked.find(({ round }) => round === each.round);
      return scheme ? [inPhases(each, scheme, steps)] : [];
    });
    return {
      phases: asked.flatMap(({ round, phases }) =>
        phases.map(({ needs: _, ...phase }) => {
          const ofRound = awards.filter((each) => each.round === round);
          const count = (is: (each: Placed) => boolean): number => ofRound.filter(is).length;
          const { phase: of } = phase;
          return { round, ...phase, started: count((each) => each.started.includes(of)), inIt: count((each) => each.phase === of && !each.ended), awaiting: count((each) => each.next === of && each.awaits.length > 0) };
        }),
      ),
      awards: awards.map(({ started: _, ended: __, ...each }) => each),
    };
  },
});

interface Placed extends AwardInPhases {
  readonly started: readonly string[];
  /** The last phase that started has ended, or the award has. */
  readonly ended: boolean;
}
interface Steps {
  readonly phases: ReadonlyMap<string, readonly { readonly phase: string; readonly step: string; readonly effectiveOn: string }[]>;
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
}

async function stepsOf(db: Deliveries, programme: string, on: IsoDate | undefined): Promise<Steps> {
  const phases = await db
    .selectFrom('phase_steps').select(['award', 'phase', 'step', 'effective_on as effectiveOn']).where('programme', '=', programme)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
  const outputs = await db
    .selectFrom('output_steps').select(['award', 'output']).where('programme', '=', programme).where('step', '=', 'accepted')
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).execute();
  const byAward = Map.groupBy(outputs, ({ award }) => award);
  return { phases: Map.groupBy(phases, ({ award }) => award), accepted: new Map([...byAward].map(([award, all]) => [award, new Set(all.map(({ output }) => output))])) };
}

function inPhases({ award, round, recipientName, endedOn }: { readonly award: string; readonly round: string; readonly recipientName: string; readonly endedOn: string | null }, { phases }: Asked, steps: Steps): Placed {
  const all = steps.phases.get(award) ?? [];
  const begun = all.filter(({ step }) => step === 'started');
  const started = begun.map(({ phase }) => phase);
  const last = begun.at(-1);
  const next = endedOn === null ? phases.find(({ phase }) => !started.includes(phase)) : undefined;
  const accepted = steps.accepted.get(award);
  return {
    award, round, recipientName, phase: last?.phase ?? null, sinceOn: last?.effectiveOn ?? null, next: next?.phase ?? null,
    awaits: (next?.needs ?? []).filter(({ output }) => !accepted?.has(output)).map(({ name }) => name),
    started, ended: endedOn !== null || all.some(({ phase, step }) => phase === last?.phase && step === 'ended'),
  };
}

import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { deliveries } from './deliveries.js';

export type Deliveries = Known<[typeof deliveries]>;

/** A phase that the scheme of a round goes through. Pence; null where its sum is open. */
export interface PhaseAsked {
  readonly phase: string;
  readonly name: string;
  readonly number: number;
  readonly payableMinor: number | null;
  /** Outputs that open it. */
  readonly needs: readonly { readonly output: string; readonly name: string }[];
}
export interface ReportAsked {
  readonly output: string;
  readonly name: string;
  readonly every: string;
  readonly dueDays: number;
}
/** What the terms in force of a round ask of every award. */
export interface Asked {
  readonly round: string;
  readonly phases: readonly PhaseAsked[];
  readonly reports: readonly ReportAsked[];
}
/** An award on which work may have begun; the days on which it did and on which it ended. */
export interface Worked {
  readonly award: string;
  readonly round: string;
  readonly recipientName: string;
  readonly beganOn: string;
  readonly endedOn: string | null;
}

/** What each round of a programme asks, or one round, in the newest version that had taken effect. */
export async function askedIn(db: Deliveries, { programme, round }: { readonly programme?: string; readonly round?: string }, on: IsoDate | undefined): Promise<readonly Asked[]> {
  const versions = await db
    .selectFrom('scheme_versions').select(['round', 'version'])
    .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
    .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''))
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
  const inForce = [...new Map(versions.map((each) => [each.round, each])).values()].sort((a, b) => (a.round < b.round ? -1 : 1));
  return Promise.all(inForce.map(({ round: of, version }) => askedBy(db, of, version)));
}

async function askedBy(db: Deliveries, round: string, version: number): Promise<Asked> {
  const phases = await db
    .selectFrom('phases_asked').select(['phase', 'name', 'number', 'payable_minor as payableMinor']).where('round', '=', round).where('version', '=', version).orderBy('number').execute();
  const outputs = await db
    .selectFrom('outputs_asked').select(['output', 'name', 'every', 'due_days as dueDays', 'opens']).where('round', '=', round).where('version', '=', version).orderBy('position').orderBy('line').execute();
  return {
    round,
    phases: phases.map((each) => ({ ...each, needs: outputs.filter(({ opens }) => opens === each.phase).map(({ output, name }) => ({ output, name })) })),
    reports: outputs.filter(({ opens }) => opens === null).map(({ output, name, every, dueDays }) => ({ output, name, every, dueDays: dueDays ?? 0 })),
  };
}

/** The awards of a programme on which work had begun, those that ended among them. */
export async function workedOn(db: Deliveries, programme: string, on: IsoDate | undefined): Promise<readonly Worked[]> {
  const steps = await db
    .selectFrom('awards_delivering').innerJoin('award_steps', 'award_steps.award', 'awards_delivering.award')
    .select(['awards_delivering.award', 'round', 'recipient_name as recipientName', 'instrument', 'step', 'effective_on as effectiveOn'])
    .where('programme', '=', programme)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('awards_delivering.award').orderBy('award_steps.position').execute();
  const worked = new Map<string, Worked>();
  for (const { instrument, step, effectiveOn, ...of } of steps) {
    const before = worked.get(of.award);
    if (step === 'signed' || (step === 'approved' && instrument === 'none')) worked.set(of.award, { ...of, beganOn: effectiveOn, endedOn: null });
    else if (before && step === 'ended') worked.set(of.award, { ...before, endedOn: effectiveOn });
  }
  return [...worked.values()];
}

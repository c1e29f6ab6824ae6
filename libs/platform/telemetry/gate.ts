import type { Measures } from './measures.js';
import type { Survey } from './survey.js';

export interface Readiness {
  readonly ready: boolean;
  /** Why not, for an operator. */
  readonly because?: string;
}

export interface GateParts {
  readonly survey: Pick<Survey, 'take'>;
  readonly measures: Measures;
  /** Whether its pages are made of views: a server's are, a worker makes them. */
  readonly answersFromViews: boolean;
}

/** A view that is this far behind is not worth answering from when a process has only just come up. */
const enoughBehind = 1_000;

/**
 * Says whether requests may be sent here. Not before every view has come near the head once: the views of a new version are
 * made beside those of the old, whose servers answer meanwhile. After that a late or stopped view takes nothing away from
 * the others: it raises an alarm, since all servers would go at once. Over views of another log, out of reach of the log, or on the way
 * out, nothing is served.
 */
export class Gate {
  #draining = false;
  #cameNear = false;

  constructor(private readonly parts: GateParts) {}

  /** From now on, not ready. */
  drain(): void {
    this.#draining = true;
    this.parts.measures.ready.set(0);
  }

  async stands(): Promise<Readiness> {
    const stands = await this.#look();
    this.parts.measures.ready.set(stands.ready ? 1 : 0);
    return stands;
  }

  async #look(): Promise<Readiness> {
    const { survey, answersFromViews } = this.parts;
    if (this.#draining) return { ready: false, because: 'on the way out' };
    const { head, views } = await survey.take();
    if (this.#draining) return { ready: false, because: 'on the way out' };
    if (head === undefined) return { ready: false, because: 'the log does not answer' };
    if (!answersFromViews) return { ready: true };
    if (views === undefined) return { ready: false, because: 'the views do not answer' };
    const strange = views.find(({ foreign }) => foreign !== undefined);
    if (strange) return { ready: false, because: strange.foreign ?? strange.view };
    const late = views.find(({ state, behind, fault }) => fault === undefined && (state === 'absent' || behind > enoughBehind));
    this.#cameNear ||= late === undefined;
    return this.#cameNear || late === undefined ? { ready: true } : { ready: false, because: `the view ${late.view} is being made: ${late.behind} events to go` };
  }
}

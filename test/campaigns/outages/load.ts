import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { financialYear } from '#kernel';
import { Caller, Surprise } from './caller.js';
import type { Office } from './office.js';
import { wasDone, type Answer, type Person, type Wish } from './wish.js';

/** Pounds in each fund. Every round takes one, so every fund is spent to its last pound by callers who all want it. */
export const poundsInFund = 60;
const patienceMs = 180_000;

/** Callers who do the same work all the time, over all servers, and everything that they were told. */
export class Load {
  readonly answers: Answer[] = [];
  readonly surprises: string[] = [];
  readonly #office: Office;
  readonly #addresses: readonly string[];
  #working: Promise<unknown> = Promise.resolve();
  #isOver = false;
  #fund: Promise<string> | undefined;
  /** The code of the fund that is given out now. */
  #code = '';
  #round: string | undefined;

  constructor(office: Office, addresses: readonly string[]) {
    this.#office = office;
    this.#addresses = addresses;
  }

  begin(): void {
    const { officers, managers } = this.#office;
    this.#working = Promise.all([...officers.map((person, n) => this.#keepCalling(person, n, () => this.#officersWork())), ...managers.map((person, n) => this.#keepCalling(person, n, () => this.#managersWork()))]);
  }

  /** Nobody wishes for anything new; resolves when every wish is answered. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#working;
  }

  /** Resolves when something was done that somebody asked for after the moment: when it was answered. */
  doneSince(moment: number): Promise<number> {
    return this.#until(() => this.#askedSince(moment).find(wasDone)?.answeredAt, 'Nothing was done');
  }

  /** Resolves when every caller has an answer to something that they asked for after the moment: when the last of them had. */
  everybodyServedSince(moment: number): Promise<number> {
    const callers = [...this.#office.officers, ...this.#office.managers];
    return this.#until(() => {
      const served = new Map(this.#askedSince(moment).toReversed().map(({ by, answeredAt }) => [by.id, answeredAt]));
      return callers.every(({ id }) => served.has(id)) ? Math.max(...served.values()) : undefined;
    }, 'Not every caller was answered');
  }

  /** Answers come in the order of their moments. */
  #askedSince(moment: number): readonly Answer[] {
    return this.answers.slice(this.answers.findLastIndex(({ answeredAt }) => answeredAt < moment) + 1).filter(({ askedAt }) => askedAt >= moment);
  }

  async #until(found: () => number | undefined, complaint: string): Promise<number> {
    for (const until = performance.now() + patienceMs; ; await pause(10)) {
      const moment = found();
      if (moment !== undefined) return moment;
      if (this.surprises.length > 0) throw new Surprise(this.surprises[0]);
      if (performance.now() > until) throw new Error(`${complaint} within ${patienceMs / 1_000} s after the fault`);
    }
  }

  async #keepCalling(person: Person, number: number, work: () => Promise<Wish>): Promise<void> {
    const caller = new Caller(person, this.#addresses, number);
    try {
      while (!this.#isOver) this.#take(await caller.send(await work()));
    } catch (fault) {
      this.surprises.push((fault as Error).stack ?? String(fault));
    } finally {
      caller.close();
    }
  }

  #take(answer: Answer): void {
    this.answers.push(answer);
    if (answer.wish.command !== 'open-round') return;
    if (wasDone(answer)) this.#round = answer.outcome.reference;
    else if (answer.wish.input['fund'] === this.#code) this.#fund = undefined; // its money is gone
  }

  /** Bodies and what they apply for: streams of their own, which meet where numbers are given out. */
  async #officersWork(): Promise<Wish> {
    const called = `Body ${randomUUID()}`;
    const organisation = this.#lastBody();
    if (this.#round === undefined || organisation === undefined || this.answers.length % 2 === 0) {
      return { command: 'register-organisation', key: randomUUID(), called, input: { name: called, type: 'district' } };
    }
    return { command: 'nominate', key: randomUUID(), called, input: { round: this.#round, organisation, title: called, source: 'open-call' } };
  }

  #lastBody(): string | undefined {
    const answer = this.answers.findLast((each) => each.wish.command === 'register-organisation' && wasDone(each));
    return answer && wasDone(answer) ? answer.outcome.reference : undefined;
  }

  /** Rounds: everybody takes from one fund until it is empty. */
  async #managersWork(): Promise<Wish> {
    const fund = await (this.#fund ??= this.#openFund());
    const called = `Round ${randomUUID()}`;
    const input = { programme: 'OUTAGE', name: called, fund, financialYear: financialYear(this.#office.today), allocation: '£1.00' };
    return { command: 'open-round', key: randomUUID(), called, input };
  }

  async #openFund(): Promise<string> {
    const fund = `F${randomUUID().slice(0, 8).toUpperCase()}`;
    this.#code = fund;
    const caller = new Caller(this.#office.financeOfficer, this.#addresses, 0);
    const budget = { fund, financialYear: financialYear(this.#office.today), amount: `£${poundsInFund}.00` };
    for (const [command, input] of [['open-fund', { code: fund, name: `Fund ${fund}` }], ['set-budget', budget]] as const) {
      this.answers.push(await caller.send({ command, key: randomUUID(), input, called: `${command} ${fund}` }));
    }
    caller.close();
    return fund;
  }
}

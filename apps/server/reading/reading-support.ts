import { Injectable } from '@nestjs/common';
import { shares, waitingList, type Shares, type WaitingList } from '#views/choosing';
import {
  adviceList, cohortPage, cohortsList, daysGiven, frameworkPage, frameworksList,
  type AdviceSeen, type CohortSeen, type CohortsSeen, type DaysGiven, type FrameworkRow,
} from '#views/support';
import type { Paging } from '../layout/paging.js';
import { Asking } from '../visits/asking.js';
import type { Visit } from '../visits/visit.js';

/** What pages read of help that is not money, and of how a round shares out its money and its places. Throws what becomes a page: see Asking. */
@Injectable()
export class ReadingSupport {
  constructor(private readonly asking: Asking) {}

  /** Days of an award, or of every award of a programme that has some. */
  async days(visit: Visit, about: string): Promise<DaysGiven> {
    return (await this.asking.ask(visit, daysGiven, { about })).answer;
  }

  async cohorts(visit: Visit, programme: string): Promise<CohortsSeen> {
    return (await this.asking.ask(visit, cohortsList, { programme })).answer;
  }

  async cohort(visit: Visit, cohort: string): Promise<CohortSeen | undefined> {
    return (await this.asking.ask(visit, cohortPage, { cohort })).answer;
  }

  async frameworks(visit: Visit, programme: string): Promise<readonly FrameworkRow[]> {
    return (await this.asking.ask(visit, frameworksList, { programme })).answer;
  }

  async framework(visit: Visit, framework: string): Promise<FrameworkRow | undefined> {
    return (await this.asking.ask(visit, frameworkPage, { framework })).answer;
  }

  /** Advice that a programme gave without an award. */
  async advice(visit: Visit, programme: string): Promise<AdviceSeen> {
    return (await this.asking.ask(visit, adviceList, { programme })).answer;
  }

  /** Who waits for a place of a round or a cohort: a page of them, or one alone. */
  async waitingList(visit: Visit, holder: string, which: Paging | { readonly who: string }): Promise<WaitingList> {
    return (await this.asking.ask(visit, waitingList, { holder, ...which })).answer;
  }

  /** How the money of a round was shared out last. */
  async shares(visit: Visit, round: string, paging: Paging): Promise<Shares | undefined> {
    return (await this.asking.ask(visit, shares, { round, ...paging })).answer;
  }
}

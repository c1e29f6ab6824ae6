import { Injectable } from '@nestjs/common';
import { deliveryPage, milestonesPage, phasesPage, reportsPage, type DeliveryPage, type Milestones, type Phases, type Reports } from '#views/delivery';
import { claimsList, fundingPage, fundingsList, type ExpenseClaimRow, type FundingPage, type ProgrammeFunding } from '#views/funding';
import { conditional, partiesPage, programmeTags, tranches, type Conditional, type Parties, type TagTotals, type TrancheRow } from '#views/tranches';
import { Asking } from '../visits/asking.js';
import type { Visit } from '../visits/visit.js';

/** What pages read of what awards deliver, of their parts, and of money from outside. Throws what becomes a page: see Asking. */
@Injectable()
export class ReadingDelivery {
  constructor(private readonly asking: Asking) {}

  /** Phases and outputs of an award. */
  async delivery(visit: Visit, award: string): Promise<DeliveryPage | undefined> {
    return (await this.asking.ask(visit, deliveryPage, { award })).answer;
  }

  /** Parts of an award from other budget lines than its first. */
  async parts(visit: Visit, award: string): Promise<readonly TrancheRow[]> {
    return (await this.asking.ask(visit, tranches, { award })).answer;
  }

  /** The bodies in an award, and its tags. */
  async parties(visit: Visit, award: string): Promise<Parties> {
    return (await this.asking.ask(visit, partiesPage, { award })).answer;
  }

  /** Later years of a programme's awards that are named and not committed. */
  async conditional(visit: Visit, programme: string): Promise<Conditional> {
    return (await this.asking.ask(visit, conditional, { programme })).answer;
  }

  async tags(visit: Visit, programme: string): Promise<readonly TagTotals[]> {
    return (await this.asking.ask(visit, programmeTags, { programme })).answer;
  }

  async phases(visit: Visit, programme: string): Promise<Phases> {
    return (await this.asking.ask(visit, phasesPage, { programme })).answer;
  }

  /** Undefined for a period that is none. */
  async reports(visit: Visit, programme: string, period: string | undefined): Promise<Reports | undefined> {
    return (await this.asking.ask(visit, reportsPage, { programme, ...(period === undefined ? {} : { period }) })).answer;
  }

  async milestones(visit: Visit, programme: string): Promise<Milestones> {
    return (await this.asking.ask(visit, milestonesPage, { programme })).answer;
  }

  async fundings(visit: Visit, programme: string): Promise<ProgrammeFunding> {
    return (await this.asking.ask(visit, fundingsList, { programme })).answer;
  }

  async funding(visit: Visit, reference: string): Promise<FundingPage | undefined> {
    return (await this.asking.ask(visit, fundingPage, { funding: reference })).answer;
  }

  async claims(visit: Visit, programme: string): Promise<readonly ExpenseClaimRow[]> {
    return (await this.asking.ask(visit, claimsList, { programme })).answer;
  }
}

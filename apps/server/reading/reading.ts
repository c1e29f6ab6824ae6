import { Injectable } from '@nestjs/common';
import { isCode } from '#kernel';
import { eventPage, timelinePage, type EventEntry, type TimelineEntry } from '#views/audit';
import { account, entriesOfEvent, trialBalance, type AccountSeen, type Balance, type EntryRow } from '#views/ledgers';
import { awardPage, awards, paymentPage, paymentsList, programmePage, programmesList, type AwardPage, type AwardRow, type PaymentRow, type ProgrammePage, type ProgrammeRow } from '#views/registers';
import type { Paging } from '../layout/paging.js';
import { Asking } from '../visits/asking.js';
import type { Visit } from '../visits/visit.js';

/** A page of rows, and how many there are in all. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}
export interface AwardFilter {
  readonly stage?: string;
  readonly programme?: string;
  readonly short?: boolean;
}

/** More than has ever happened to one thing. */
const longestTimeline = 1_000;
/** Words are looked for in this many awards, newest register numbers last. */
const searched = 5_000;

/** What pages read, each at the moment that the visitor looks at. Throws what becomes a page: see Asking. */
@Injectable()
export class Reading {
  constructor(private readonly asking: Asking) {}

  async award(visit: Visit, reference: string): Promise<AwardPage | undefined> {
    return (await this.asking.ask(visit, awardPage, { award: reference })).answer;
  }

  async awards(visit: Visit, filter: AwardFilter, paging: Paging): Promise<Rows<AwardRow>> {
    return (await this.asking.ask(visit, awards, { ...filter, ...paging })).answer;
  }

  /** Awards whose recipient or title holds these words. */
  async awardsNamed(visit: Visit, words: string, most: number): Promise<readonly AwardRow[]> {
    const wanted = words.toLowerCase();
    const { rows } = await this.awards(visit, {}, { page: 1, size: searched });
    return rows.filter(({ recipientName, title }) => `${recipientName} ${title}`.toLowerCase().includes(wanted)).slice(0, most);
  }

  async programmes(visit: Visit): Promise<readonly ProgrammeRow[]> {
    return (await this.asking.ask(visit, programmesList, {})).answer;
  }

  async programme(visit: Visit, code: string): Promise<ProgrammePage | undefined> {
    return isCode(code) ? (await this.asking.ask(visit, programmePage, { programme: code })).answer : undefined;
  }

  async payments(visit: Visit, filter: { readonly stage?: string }, paging: Paging): Promise<Rows<PaymentRow>> {
    return (await this.asking.ask(visit, paymentsList, { ...filter, ...paging })).answer;
  }

  async payment(visit: Visit, reference: string): Promise<PaymentRow | undefined> {
    return (await this.asking.ask(visit, paymentPage, { payment: reference })).answer;
  }

  async timeline(visit: Visit, reference: string): Promise<readonly TimelineEntry[]> {
    return (await this.asking.ask(visit, timelinePage, { about: reference, size: longestTimeline })).answer.entries;
  }

  async event(visit: Visit, position: number): Promise<EventEntry | undefined> {
    return (await this.asking.ask(visit, eventPage, { position })).answer;
  }

  async balances(visit: Visit): Promise<readonly Balance[]> {
    return (await this.asking.ask(visit, trialBalance, {})).answer;
  }

  async account(visit: Visit, code: string, about: string | undefined, paging: Paging): Promise<AccountSeen | undefined> {
    return (await this.asking.ask(visit, account, { account: code, ...(about === undefined ? {} : { about }), ...paging })).answer;
  }

  /** What an event posted; nothing for those who may not read the ledger. */
  async entriesOf(visit: Visit, position: number): Promise<readonly EntryRow[]> {
    return (await this.asking.askIfPermitted(visit, entriesOfEvent, { event: position }))?.answer ?? [];
  }
}

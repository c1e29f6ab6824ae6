import { Injectable } from '@nestjs/common';
import { isCode } from '#kernel';
import { changesAround, eventPage, timelinePage, type ChangesAround, type EventEntry, type TimelinePage } from '#views/audit';
import { exceptionsList, type ExceptionRow } from '#views/exceptions';
import { bodyAwards, type BodyAwards } from '#views/tranches';
import { account, entriesOfEvent, trialBalance, type AccountSeen, type Balance, type EntryRow } from '#views/ledgers';
import {
  answersPage, applicationPage, applicationsList, assessmentsPage, awardPage, awards, competition, eligibility, intake, organisationPage, organisationsList, paymentPage, paymentsList, poolPage, programmePage, programmesList, roundPage, savingPage, savingsList, savingsTotals, search,
  type AnswersPage, type ApplicationPage, type ApplicationRow, type Assessment, type AwardPage, type AwardRow, type Contender, type EligibilityPage, type ExpertRow, type Finding, type Intake, type OrganisationPage, type OrganisationRow, type PaymentRow, type ProgrammePage, type ProgrammeRow, type RoundPage,
  type SavingPage, type SavingRow, type SavingsTotals,
} from '#views/registers';
import { formPage, schemePage, type FormPage, type SchemeInWords } from '#views/schemes';
import type { Paging } from '../layout/paging.js';
import { Asking } from '../visits/asking.js';
import type { Visit } from '../visits/visit.js';

/** A page of rows, and how many there are in all, or at least that many. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more?: boolean;
}
export interface AwardFilter {
  readonly stage?: string;
  readonly programme?: string;
  readonly short?: boolean;
}
export interface SavingFilter {
  readonly programme?: string;
  readonly award?: string;
  readonly year?: string;
  readonly waiting?: boolean;
}

/** Events on a page of a timeline; fewer where a thing holds others, whose own pages tell the rest. */
const eventsAtOnce = 200;
export const eventsOfMany = 25;

/** What pages read, each at the moment that the visitor looks at. Throws what becomes a page: see Asking. */
@Injectable()
export class Reading {
  constructor(private readonly asking: Asking) {}

  async intake(visit: Visit, round: string): Promise<Intake> {
    return (await this.asking.ask(visit, intake, { round })).answer;
  }

  /** How an application stands by the rules of its round; undefined for those who may not read what it answers. */
  async eligibilityOf(visit: Visit, application: string): Promise<EligibilityPage | undefined> {
    return (await this.asking.askIfPermitted(visit, eligibility, { application }))?.answer;
  }

  /** What an application answers; undefined for those who may not read it. */
  async answersOf(visit: Visit, application: string): Promise<AnswersPage | undefined> {
    return (await this.asking.askIfPermitted(visit, answersPage, { application }))?.answer;
  }

  async award(visit: Visit, reference: string): Promise<AwardPage | undefined> {
    return (await this.asking.ask(visit, awardPage, { award: reference })).answer;
  }

  async awards(visit: Visit, filter: AwardFilter, paging: Paging): Promise<Rows<AwardRow>> {
    return (await this.asking.ask(visit, awards, { ...filter, ...paging })).answer;
  }

  /** Things whose names hold words that begin with these. */
  async search(visit: Visit, words: string, most: number): Promise<Finding> {
    return (await this.asking.ask(visit, search, { words, most })).answer;
  }

  async organisation(visit: Visit, reference: string): Promise<OrganisationPage | undefined> {
    return (await this.asking.ask(visit, organisationPage, { organisation: reference })).answer;
  }

  /** Awards that a body answers for, and those it has a part in. */
  async awardsOf(visit: Visit, organisation: string): Promise<BodyAwards> {
    return (await this.asking.ask(visit, bodyAwards, { organisation })).answer;
  }

  async organisations(visit: Visit, asked: Paging & { readonly name?: string }): Promise<Rows<OrganisationRow>> {
    return (await this.asking.ask(visit, organisationsList, { ...asked })).answer;
  }

  /** What documents and the register do not agree on. */
  async exceptions(visit: Visit, asked: Paging & { readonly about?: string }): Promise<Rows<ExceptionRow>> {
    return (await this.asking.ask(visit, exceptionsList, { ...asked })).answer;
  }

  async programmes(visit: Visit): Promise<readonly ProgrammeRow[]> {
    return (await this.asking.ask(visit, programmesList, {})).answer;
  }

  async programme(visit: Visit, code: string): Promise<ProgrammePage | undefined> {
    return isCode(code) ? (await this.asking.ask(visit, programmePage, { programme: code })).answer : undefined;
  }

  /** The terms of a programme or of a round, in words. */
  async scheme(visit: Visit, of: { readonly programme: string } | { readonly round: string }): Promise<SchemeInWords | undefined> {
    return (await this.asking.ask(visit, schemePage, of)).answer;
  }

  async form(visit: Visit, round: string): Promise<FormPage | undefined> {
    return (await this.asking.ask(visit, formPage, { round })).answer;
  }

  async round(visit: Visit, reference: string): Promise<RoundPage | undefined> {
    return (await this.asking.ask(visit, roundPage, { round: reference })).answer;
  }

  /** A page of a round's applications with points and places, or one of them; undefined for those who may not see these. */
  async competition(visit: Visit, round: string, which: Paging | { readonly application: string }): Promise<Rows<Contender> | undefined> {
    return (await this.asking.askIfPermitted(visit, competition, { round, ...which }))?.answer;
  }

  async applications(visit: Visit, filter: { readonly stage?: string; readonly round?: string }, paging: Paging): Promise<Rows<ApplicationRow>> {
    return (await this.asking.ask(visit, applicationsList, { ...filter, ...paging })).answer;
  }

  async application(visit: Visit, reference: string): Promise<ApplicationPage | undefined> {
    return (await this.asking.ask(visit, applicationPage, { application: reference })).answer;
  }

  /** What assessors gave; undefined for those who may not see it. */
  async assessments(visit: Visit, application: string): Promise<readonly Assessment[] | undefined> {
    return (await this.asking.askIfPermitted(visit, assessmentsPage, { application }))?.answer;
  }

  async experts(visit: Visit, programme: string): Promise<readonly ExpertRow[]> {
    return (await this.asking.ask(visit, poolPage, { programme })).answer;
  }

  async savings(visit: Visit, filter: SavingFilter, paging: Paging): Promise<Rows<SavingRow>> {
    return (await this.asking.ask(visit, savingsList, { ...filter, ...paging })).answer;
  }

  async saving(visit: Visit, reference: string): Promise<SavingPage | undefined> {
    return (await this.asking.ask(visit, savingPage, { saving: reference })).answer;
  }

  /** Sums on each basis, and what comes of adding the chosen ones. */
  async savingsTotals(visit: Visit, filter: Omit<SavingFilter, 'waiting'>, bases: readonly string[] = []): Promise<SavingsTotals> {
    return (await this.asking.ask(visit, savingsTotals, { ...filter, ...Object.fromEntries(bases.map((basis) => [basis, true])) })).answer;
  }

  async payments(visit: Visit, filter: { readonly stage?: string }, paging: Paging): Promise<Rows<PaymentRow>> {
    return (await this.asking.ask(visit, paymentsList, { ...filter, ...paging })).answer;
  }

  async payment(visit: Visit, reference: string): Promise<PaymentRow | undefined> {
    return (await this.asking.ask(visit, paymentPage, { payment: reference })).answer;
  }

  /** What happened to a thing, newest first; `before` goes further back. Undefined for those who may not audit. */
  async timeline(visit: Visit, reference: string, before?: number, size = eventsAtOnce): Promise<TimelinePage | undefined> {
    return (await this.asking.askIfPermitted(visit, timelinePage, { about: reference, size, ...(before === undefined ? {} : { before }) }))?.answer;
  }

  /** The changes of a thing around the moment that is looked at, those after it included. */
  async changesAround(visit: Visit, reference: string): Promise<ChangesAround | undefined> {
    const { past } = visit;
    return (await this.asking.askIfPermitted({ ...visit, past: undefined }, changesAround, { about: reference, ...(past ? { at: past.position } : {}) }))?.answer;
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

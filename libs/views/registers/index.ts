/** Who and what there is: organisations, programmes, applications, awards, payments and savings. */
import { applications } from './applications.js';
import { applicationPage, assessmentsPage } from './application-page.js';
import { applicationsList } from './applications-list.js';
import { assessments } from './assessments.js';
import { awardPage } from './award-page.js';
import { awardRegister } from './award-register.js';
import { awards } from './awards-list.js';
import { finder } from './finder.js';
import { organisationPage, organisationsList } from './organisations-list.js';
import { organisations } from './organisations.js';
import { paymentPage, paymentsList } from './payments-list.js';
import { payments } from './payments.js';
import { poolPage } from './pool-page.js';
import { pool } from './pool.js';
import { programmePage } from './programme-page.js';
import { programmesList } from './programmes-list.js';
import { programmes } from './programmes.js';
import { competition, roundPage } from './round-page.js';
import { savingPage, savingsList, savingsTotals } from './savings-list.js';
import { savings } from './savings.js';
import { search } from './search.js';

export { applicationPage, assessmentsPage, type ApplicationPage, type Assessment } from './application-page.js';
export type { ApplicationRow } from './application-row.js';
export { applicationsList } from './applications-list.js';
export { assessments } from './assessments.js';
export { awardPage, type AwardPage, type AwardPartner, type MatchSource } from './award-page.js';
export { awardRegister } from './award-register.js';
export type { AwardRow } from './award-row.js';
export { awards } from './awards-list.js';
export { organisationPage, organisationsList, type OrganisationRow } from './organisations-list.js';
export type { PaymentRow } from './payment-row.js';
export { paymentPage, paymentsList } from './payments-list.js';
export { programmePage, type ProgrammePage } from './programme-page.js';
export type { YearOfProgress } from './progress.js';
export { pool } from './pool.js';
export { poolPage, type AssignmentRow, type ExpertRow } from './pool-page.js';
export { competition, roundPage, type Contender, type RoundPage } from './round-page.js';
export type { Criterion, RoundStanding } from './round-row.js';
export type { SavingRow } from './saving-row.js';
export { bases, savingPage, savingsList, savingsTotals, type ClaimRow, type SavingPage, type SavingsTotals } from './savings-list.js';
export { savings } from './savings.js';
export { search, type Finding, type FoundThing } from './search.js';
export { programmesList, type ProgrammeRow } from './programmes-list.js';
export { programmes } from './programmes.js';
export type { AwardStage, PaymentStage } from './stages.js';

export const registerViews = [organisations, programmes, applications, assessments, awardRegister, pool, payments, savings, finder] as const;
export const registerQuestions = [
  organisationsList, organisationPage, programmesList, programmePage, roundPage, competition, applicationsList, applicationPage, assessmentsPage, poolPage,
  awards, awardPage, paymentsList, paymentPage, savingsList, savingPage, savingsTotals, search,
] as const;

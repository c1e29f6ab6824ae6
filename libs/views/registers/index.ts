/** Who and what there is: organisations, programmes, applications, awards, payments and savings. */
import { answersPage, profilePage } from './answers.js';
import { applications } from './applications.js';
import { applicationPage, assessmentsPage } from './application-page.js';
import { applicationsList } from './applications-list.js';
import { assessments } from './assessments.js';
import { awardPage } from './award-page.js';
import { awardRegister } from './award-register.js';
import { awards } from './awards-list.js';
import { eligibility } from './eligibility.js';
import { finder } from './finder.js';
import { intake } from './intake.js';
import { breakdown } from './breakdown.js';
import { organisationPage } from './organisation-page.js';
import { organisationsList } from './organisations-list.js';
import { organisations } from './organisations.js';
import { paymentPage, paymentsList } from './payments-list.js';
import { payments } from './payments.js';
import { poolPage } from './pool-page.js';
import { pool } from './pool.js';
import { programmePage } from './programme-page.js';
import { programmesList } from './programmes-list.js';
import { programmes } from './programmes.js';
import { competition } from './competition.js';
import { roundPage } from './round-page.js';
import { savingPage, savingsList, savingsTotals } from './savings-list.js';
import { savings } from './savings.js';
import { search } from './search.js';

export { answersPage, profilePage, type AnswersPage, type KnownAnswer } from './answers.js';
export { applicationPage, assessmentsPage, type ApplicationPage, type Assessment } from './application-page.js';
export type { ApplicationRow } from './application-row.js';
export { eligibility, type EligibilityPage } from './eligibility.js';
export { intake, type Intake } from './intake.js';
export { applicationsList } from './applications-list.js';
export { assessments } from './assessments.js';
export { awardPage, type AwardPage, type AwardPartner, type MatchSource } from './award-page.js';
export { awardRegister } from './award-register.js';
export type { AwardRow } from './award-row.js';
export { awards } from './awards-list.js';
export { breakdown, type Breakdown } from './breakdown.js';
export { organisationPage, type OrganisationPage, type OtherBody } from './organisation-page.js';
export type { OrganisationRow } from './organisation-row.js';
export { organisations } from './organisations.js';
export { organisationsList } from './organisations-list.js';
export type { PaymentRow } from './payment-row.js';
export { paymentPage, paymentsList } from './payments-list.js';
export { programmePage, type ProgrammePage } from './programme-page.js';
export type { YearOfProgress } from './progress.js';
export { pool } from './pool.js';
export { poolPage, type AssignmentRow, type ExpertRow } from './pool-page.js';
export { competition, type Contender } from './competition.js';
export { roundPage, type RoundPage } from './round-page.js';
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
  organisationsList, organisationPage, breakdown, programmesList, programmePage, roundPage, competition, applicationsList, applicationPage, intake, eligibility, answersPage, profilePage, assessmentsPage, poolPage,
  awards, awardPage, paymentsList, paymentPage, savingsList, savingPage, savingsTotals, search,
] as const;

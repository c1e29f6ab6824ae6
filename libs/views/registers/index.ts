/** Who and what there is: organisations, programmes, applications, awards and payments. */
import { applications } from './applications.js';
import { applicationsList } from './applications-list.js';
import { awardPage } from './award-page.js';
import { awardRegister } from './award-register.js';
import { awards } from './awards-list.js';
import { organisationPage, organisationsList } from './organisations-list.js';
import { organisations } from './organisations.js';
import { paymentPage, paymentsList } from './payments-list.js';
import { payments } from './payments.js';
import { programmePage } from './programme-page.js';
import { programmesList } from './programmes-list.js';
import { programmes } from './programmes.js';

export { applicationsList, type ApplicationRow } from './applications-list.js';
export { awardPage, type AwardPage, type AwardPartner, type MatchSource } from './award-page.js';
export { awardRegister } from './award-register.js';
export type { AwardRow } from './award-row.js';
export { awards } from './awards-list.js';
export { organisationPage, organisationsList, type OrganisationRow } from './organisations-list.js';
export type { PaymentRow } from './payment-row.js';
export { paymentPage, paymentsList } from './payments-list.js';
export { programmePage, type ProgrammePage, type RoundStanding } from './programme-page.js';
export { programmesList, type ProgrammeRow } from './programmes-list.js';
export { programmes } from './programmes.js';
export type { AwardStage, PaymentStage } from './stages.js';

export const registerViews = [organisations, programmes, applications, awardRegister, payments] as const;
export const registerQuestions = [organisationsList, organisationPage, programmesList, programmePage, applicationsList, awards, awardPage, paymentsList, paymentPage] as const;

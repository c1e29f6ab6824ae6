import { advised } from './advice.js';
import { adviceList } from './advice-list.js';
import { cohorts } from './cohorts.js';
import { cohortPage, cohortsList } from './cohorts-list.js';
import { days } from './days.js';
import { daysGiven } from './days-given.js';
import { frameworks } from './frameworks.js';
import { frameworkPage, frameworksList } from './frameworks-list.js';

export type { AdviceRow, AdviceSeen } from './advice-list.js';
export type { CohortBody, CohortRow, CohortSeen, Enlargement, WaitingBody } from './cohort-row.js';
export type { CohortsSeen, Overlap } from './cohorts-list.js';
export type { AwardDays, DayChange, DayMove, DaysGiven, DaysSum } from './days-given.js';
export type { CallOffRow, FrameworkRow, OutcomeRow } from './frameworks-list.js';
export { adviceList, cohortPage, cohortsList, daysGiven, frameworkPage, frameworksList };

export const supportViews = [days, cohorts, frameworks, advised] as const;
export const supportQuestions = [daysGiven, cohortsList, cohortPage, frameworksList, frameworkPage, adviceList] as const;

import { refuse, type Refusal } from '#kernel';
import type { CohortState } from '../cohort.js';

export const openRefusals = { 'cohort-is-not-open': 'This cohort is {stage}, and only one that is open takes or gives up places' } as const;
export const notOpen = ({ stage }: CohortState): Refusal<keyof typeof openRefusals> => refuse('cohort-is-not-open', { stage });

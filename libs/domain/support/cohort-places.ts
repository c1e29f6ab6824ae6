import { count, type Field } from '#kernel';

/** A cohort is a group of people in a room, and its list of graduates must fit into one record. */
export const mostPlaces = 1_000;
export const cohortPlaces = (label: string, hint?: string): Field<number> => count(label, { min: 1, max: mostPlaces, ...(hint === undefined ? {} : { hint }) });

import { list, reference, text, type FieldValue } from '#kernel';

const most = 100;

/** Bodies under the names that they had then. */
export const bodiesAsTheyStood = (label: string) => list(label, { organisation: reference('OR', 'Organisation'), name: text('Name') }, '{name}', { min: 1, max: most });
export type NamedBody = FieldValue<ReturnType<typeof bodiesAsTheyStood>>[number];

/** The same as somebody names them: by reference. */
export const bodies = (label: string, hint: string) => list(label, { organisation: reference('OR', 'Organisation') }, '{organisation}', { min: 1, max: most, hint });
export type Bodies = FieldValue<ReturnType<typeof bodies>>;

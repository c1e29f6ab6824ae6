import { choice, type FieldValue } from '#kernel';

/** A property of the body, not of a programme: only a board holds authority that it can hand on. */
export const bodyKind = choice('Kind', { board: 'board', members: 'group of members', panel: 'panel', officers: 'group of officers' });
export type BodyKind = FieldValue<typeof bodyKind>;

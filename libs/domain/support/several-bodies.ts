import { count, group, type FieldValue } from '#kernel';

/** How many bodies had something, where only that is known. */
export const severalBodies = group('Bodies', { least: count('At least', { min: 1 }), most: count('At most', { min: 1 }) }, '{least} to {most} bodies', { hint: 'How many they were, where they are not named' });
export type SeveralBodies = FieldValue<typeof severalBodies>;

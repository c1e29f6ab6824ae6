import { count, group, yesNo, type FieldValue } from '#kernel';

/** How many awards a round has room for; a sponsor may raise it later. */
export const capacityTerm = group(
  'Capacity',
  { planned: count('Awards planned', { min: 1 }), most: count('Awards at most', { min: 1 }), waitingList: yesNo('Whether there is a waiting list') },
  'room for {planned} to {most} awards; waiting list: {waitingList}',
);
export type CapacityTerm = FieldValue<typeof capacityTerm>;

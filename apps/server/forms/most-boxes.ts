/** Boxes of the largest form that is taken. */
export const mostBoxes = 4_000;

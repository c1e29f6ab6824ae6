import { toPerson, type Person } from '#kernel';

const clockwork = toPerson('clockwork');
const installation = toPerson('installation');

/** What falls due by the day is done by nobody: it holds its role by nature, and no other. */
export const isClockwork = (actor: Person, role: string): boolean => actor === clockwork && role === 'clockwork';

/** Tallystick's own ids, which no person can have. */
export const isTallystick = (id: Person): boolean => id === clockwork || id === installation;

import { randomBytes } from 'node:crypto';
import { toPerson, type Person } from '#kernel';

/** An id that says nothing about the person, for the log. */
export const newPerson = (): Person => toPerson(randomBytes(8).toString('hex'));

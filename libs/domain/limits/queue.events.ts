/** Stored. Change only through queue.history.ts. */
import { count, event, list, text } from '#kernel';

const holder = text('Whose waiting list');
const who = text('Who waits');
const name = text('Name');
const places = count('Places', { min: 1 });
const because = text('Because');

export const QueueJoined = event('QueueJoined', {
  fields: { holder, who, name, places, because },
  sentence: '{name} ({who}) joined the waiting list of {holder}: {because}',
});

/** A place is kept for whoever was called, until it is taken or given up. */
export const QueueAdvanced = event('QueueAdvanced', {
  fields: { holder, called: list('Called', { who, name, places }, '{name}', { min: 1, max: 500 }), because },
  sentence: 'A place of {holder} is kept for {called}: {because}',
});

export const KeptPlaceTaken = event('KeptPlaceTaken', {
  fields: { holder, who, name, places, because },
  sentence: '{name} ({who}) took the place of {holder} that was kept for it: {because}',
});

export const QueueLeft = event('QueueLeft', {
  fields: { holder, who, name, because },
  sentence: '{name} ({who}) left the waiting list of {holder}: {because}',
});

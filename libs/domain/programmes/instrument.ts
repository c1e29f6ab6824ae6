import { choice } from '#kernel';

const instruments = {
  'memorandum-of-agreement': 'memorandum of agreement',
  'memorandum-of-understanding': 'memorandum of understanding',
  'grant-agreement': 'grant agreement',
  deed: 'deed',
  none: 'no paper',
} as const;
export type Instrument = keyof typeof instruments;

/** The paper that binds both sides: payment waits for its signature. */
export const instrumentField = choice('Instrument', instruments);

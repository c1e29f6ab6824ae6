import { choice } from '#kernel';

const verbs = {
  approved: 'approved',
  confirmed: 'confirmed',
  agreed: 'agreed',
  noted: 'noted',
  supported: 'supported',
  endorsed: 'endorsed',
  commented: 'commented on',
  asked: 'asked about',
  declined: 'declined',
} as const;
export type Verb = keyof typeof verbs;

/** What a body did, in the verb that its minutes use. */
export const verbField = choice('Verb', verbs);

/** A verb carries authority: a board that noted or endorsed a paper has given nobody any money. */
export const verbsThatCommit: readonly Verb[] = ['approved', 'confirmed', 'agreed'];

import type { Permission } from '#kernel';

interface RoleDefinition {
  readonly title: string;
  readonly does: string;
  readonly may: readonly Permission[];
}

const reading: readonly Permission[] = ['register:read', 'ledger:read', 'audit:read'];

/**
 * The roles of a programme in the field's words, and what each may do. Deny by default: what nobody holds, nobody may.
 * Who recommended, authorised or recorded something may not approve, release or verify it: that is the record's business,
 * and the rules see to it whatever role a person holds.
 */
export const roles = {
  administrator: { title: 'Administrator', does: 'registers organisations and deciding bodies', may: [...reading, 'organisation:register', 'organisation:rename', 'body:register'] },
  'programme-officer': {
    title: 'Programme officer',
    does: 'takes nominations, recommends awards, negotiates and draws up agreements',
    may: [...reading, 'organisation:register', 'application:nominate', 'application:withdraw', 'award:recommend', 'award:put-to-board', 'award:negotiate', 'agreement:offer', 'match:pledge', 'match:evidence', 'evaluation:record', 'interest:declare'],
  },
  'programme-manager': {
    title: 'Programme manager',
    does: 'defines programmes and rounds, approves awards under an authority, sets their terms and closes them',
    may: [
      ...reading, 'organisation:register', 'organisation:rename', 'organisation:withhold-name', 'programme:define', 'round:open', 'round:close', 'application:decline', 'award:approve', 'award:decline', 'award:set-terms', 'award:negotiate',
      'award:put-to-board', 'agreement:offer', 'agreement:sign', 'agreement:lapse', 'award:withdraw', 'award:close', 'match:release', 'evaluation:appoint', 'interest:declare',
    ],
  },
  secretary: {
    title: 'Secretary to the board',
    does: 'records what bodies decided and what they delegated',
    may: [...reading, 'body:register', 'decision:record', 'authority:delegate', 'interest:declare'],
  },
  'finance-officer': {
    title: 'Finance officer',
    does: 'keeps funds and budgets, authorises payments and records how they ended',
    may: [...reading, 'fund:open', 'fund:budget', 'payment:authorise', 'payment:settle', 'payment:cancel'],
  },
  'payment-releaser': { title: 'Payment releaser', does: 'releases payments that somebody else authorised', may: [...reading, 'payment:release'] },
  'match-verifier': { title: 'Match verifier', does: 'verifies evidence of match that somebody else recorded', may: [...reading, 'match:verify'] },
  recipient: { title: 'Recipient', does: 'applies, pledges match and sends evidence of it', may: ['register:read', 'application:nominate', 'application:withdraw', 'match:pledge', 'match:evidence'] },
  auditor: { title: 'Auditor', does: 'reads everything and changes nothing', may: reading },
  clockwork: { title: 'Tallystick', does: 'does what falls due on a day: no person holds this role', may: ['agreement:lapse', 'match:release'] },
} as const satisfies Readonly<Record<string, RoleDefinition>>;

export type Role = keyof typeof roles;

const definitions: Readonly<Record<string, RoleDefinition>> = roles;

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
export const permissionsOf = (role: string): readonly Permission[] => (isRole(role) ? (definitions[role]?.may ?? []) : []);
export const permits = (role: string, permission: Permission): boolean => permissionsOf(role).includes(permission);
export const rolesHolding = (permission: Permission): readonly Role[] => (Object.keys(roles) as Role[]).filter((role) => permits(role, permission));
/** Roles that a person can take. */
export const maySignInAs: readonly Role[] = (Object.keys(roles) as Role[]).filter((role) => role !== 'clockwork');

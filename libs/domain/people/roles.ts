import type { Permission } from '#kernel';

interface RoleDefinition {
  readonly title: string;
  readonly does: string;
  readonly may: readonly Permission[];
}

/** What everybody who is signed in may do with what is their own. */
const own: readonly Permission[] = ['role:delegate', 'token:issue', 'token:revoke'];
const reading: readonly Permission[] = ['register:read', 'ledger:read', 'audit:read', ...own];

/**
 * The roles of a programme in the field's words, and what each may do, as this version ships them: a log that is opened
 * defines what it lacks, and from then on its own events say who may do what. Deny by default: what nobody holds, nobody may.
 * Who recommended, authorised or recorded something may not approve, release or verify it: that is the record's business,
 * and the rules see to it whatever role a person holds.
 */
export const roles = {
  administrator: {
    title: 'Administrator',
    does: 'registers people, organisations and deciding bodies, and grants roles',
    may: [...reading, 'people:read', 'people:register', 'people:grant', 'people:permit', 'organisation:register', 'organisation:rename', 'body:register', 'operations:read', 'operations:run'],
  },
  'programme-officer': {
    title: 'Programme officer',
    does: 'takes nominations, recommends awards, negotiates and draws up agreements',
    may: [
      ...reading, 'organisation:register', 'application:nominate', 'application:withdraw', 'award:recommend', 'award:put-to-board', 'award:negotiate', 'agreement:offer', 'match:pledge', 'match:evidence', 'match:split',
      'evaluation:record', 'interest:declare', 'expert:assign', 'savings:forecast', 'savings:claim', 'application:submit', 'application:return', 'application:read', 'round:capacity', 'round:count', 'award:tag', 'days:log', 'cohort:keep', 'advice:give',
      'milestone:record', 'output:submit',
    ],
  },
  'programme-manager': {
    title: 'Programme manager',
    does: 'defines programmes and rounds, approves awards under an authority, sets their terms and closes them',
    may: [
      ...reading, 'organisation:register', 'organisation:rename', 'organisation:withhold-name', 'programme:define', 'programme:target', 'round:open', 'round:criteria', 'round:close', 'application:decline', 'assessment:rank',
      'award:approve', 'award:decline', 'award:set-terms', 'award:negotiate', 'award:put-to-board', 'agreement:offer', 'agreement:sign', 'agreement:lapse', 'award:withdraw', 'award:close', 'match:release', 'match:split',
      'pool:keep', 'expert:assign', 'evaluation:appoint', 'interest:declare', 'scheme:design', 'round:form', 'round:invite', 'round:late', 'round:revise', 'round:capacity', 'round:share', 'round:count', 'application:read',
      'award:transfer', 'award:tag', 'phase:start', 'cohort:keep', 'framework:keep', 'milestone:record', 'funding:keep', 'output:accept',
    ],
  },
  assessor: { title: 'Assessor', does: 'scores applications against the criteria of their round', may: [...reading, 'application:assess', 'application:read', 'interest:declare'] },
  secretary: {
    title: 'Secretary to the board',
    does: 'records what bodies decided and what they delegated',
    may: [...reading, 'body:register', 'decision:record', 'authority:delegate', 'interest:declare', 'interest:end'],
  },
  'finance-officer': {
    title: 'Finance officer',
    does: 'keeps funds and budgets, authorises payments and records how they ended',
    may: [...reading, 'fund:open', 'fund:budget', 'payment:authorise', 'payment:settle', 'payment:cancel', 'payment:correct', 'funding:keep', 'funding:claim'],
  },
  'payment-releaser': { title: 'Payment releaser', does: 'releases payments that somebody else authorised', may: [...reading, 'payment:release'] },
  'match-verifier': { title: 'Match verifier', does: 'verifies evidence of match that somebody else recorded', may: [...reading, 'match:verify', 'match:revoke'] },
  'savings-validator': { title: 'Savings validator', does: 'validates savings that somebody else claimed', may: [...reading, 'savings:validate'] },
  recipient: {
    title: 'Recipient',
    does: 'applies, pledges match and sends evidence of it, forecasts and claims savings, for its own organisation',
    may: ['register:read', ...own, 'application:nominate', 'application:withdraw', 'match:pledge', 'match:evidence', 'savings:forecast', 'savings:claim', 'application:submit', 'output:submit'],
  },
  auditor: { title: 'Auditor', does: 'reads everything and changes nothing', may: [...reading, 'people:read', 'operations:read', 'application:read'] },
  clockwork: { title: 'Tallystick', does: 'does what falls due on a day: no person holds this role', may: ['agreement:lapse', 'match:release', 'round:capacity'] },
  installation: {
    title: 'Installation',
    does: 'lays the foundation of a log and appoints its first administrator from the console: nobody signs in as it',
    may: ['role:define', 'people:register', 'people:grant'],
  },
} as const satisfies Readonly<Record<string, RoleDefinition>>;

export type Role = keyof typeof roles;

const definitions: Readonly<Record<Role, RoleDefinition>> = roles;
export const everyRole = Object.keys(roles) as readonly Role[];

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
export const definitionOf = (role: Role): RoleDefinition => definitions[role];

/** Roles that a person can hold: the rest are Tallystick itself. */
export const maySignInAs: readonly Role[] = everyRole.filter((role) => role !== 'clockwork' && role !== 'installation');

/** What is shipped, for words that explain before a log is there: who may in a log, its own events say. */
export const shippedRoles: Readonly<Record<string, readonly Permission[]>> = Object.fromEntries(everyRole.map((role) => [role, definitionOf(role).may]));
export const permissionsOf = (role: string): readonly Permission[] => shippedRoles[role] ?? [];
export const permits = (role: string, permission: Permission): boolean => permissionsOf(role).includes(permission);
export const rolesHolding = (permission: Permission): readonly Role[] => everyRole.filter((role) => permits(role, permission));
export const everyPermission: readonly Permission[] = [...new Set(everyRole.flatMap((role) => definitionOf(role).may))].sort();

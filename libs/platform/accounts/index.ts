export { copyAccounts, type AccountsCopy } from './copy-accounts.js';
export { type Accepted, type Chosen, type Invitation } from './invitations.js';
export { KeptForms, type KeptForm } from './kept-forms.js';
export { type AccountSeen } from './names.js';
export { newPerson } from './new-person.js';
export type { Purpose } from './office.js';
export { openAccounts, type Accounts, type AccountsOptions } from './open-accounts.js';
export { idleLimit, wholeLimit, type OwnSession, type SessionEnded, type SessionSeen } from './sessions.js';
export { type SignedIn } from './signing-in.js';

import { showDate, type Asking, type Authority, type Granted, type Permission, type ReadFact } from '#kernel';
import { isClockwork } from './clockwork.js';
import { grantOn, grantsOn, ownGrantOn, person, refOfPerson, type ApiToken } from './person.js';
import { keptFromAdministrators } from './policies/administrators-decide-nothing.js';
import { holds, role } from './role.js';
import { everyRole, isRole, maySignInAs } from './roles.js';

/** Every role that may, as the log stands: for the sentence that says who can. */
async function holding(read: ReadFact, permission: Permission): Promise<readonly string[]> {
  const defined = await Promise.all(everyRole.map(async (code) => ({ code, state: (await read.ifAny(role, code)).state })));
  return defined.filter(({ state }) => holds(state, permission)).map(({ code }) => code);
}

/**
 * Who may do what, as the streams of people and roles say: the role holds the permission, the person holds the role on the
 * day of acting, whoever lent it still holds it, and a token reaches as far as its scope. Deny by default.
 */
export const authority: Authority = async (read, asking, permission) => {
  const { actor, role: code, today, token } = asking;
  const no = async (because: string): Promise<Granted> => ({ granted: false, because, heldBy: await holding(read, permission) });
  if (!isRole(code)) return no(`There is no role "${code}". The roles are ${maySignInAs.join(', ')}`);
  const { state: may } = await read.ifAny(role, code);
  if (!holds(may, permission)) {
    const heldBy = await holding(read, permission);
    return { granted: false, because: `The role ${code} may not do this: ${permission} is held by ${heldBy.join(', ') || 'nobody'}`, heldBy };
  }
  if (isClockwork(actor, code)) return { granted: true };
  const { state } = await read.ifAny(person, refOfPerson(actor));
  if (state.stage === 'absent') return no(`Nobody is registered as ${actor}. An administrator registers them with RegisterPerson and grants the role with GrantRole`);
  if (state.stage === 'left') return no(`${actor} has left, and no role of theirs counts any more`);
  const grant = grantOn(state, code, today);
  if (!grant) return no(`${actor} does not hold the role ${code} on ${showDate(today)}. An administrator grants it with GrantRole, or somebody who holds it lends it with DelegateRole`);
  if (keptFromAdministrators(permission) && grantsOn(state, today).some((each) => each.role === 'administrator')) {
    return no(`${actor} is an administrator, who takes no part in decisions or money. Ask somebody else who holds the role ${code}`);
  }
  if (grant.delegatedBy) {
    const lender = await read.ifAny(person, refOfPerson(grant.delegatedBy));
    const own = ownGrantOn(lender.state, code, today);
    // A recipient who acts for another body since then lends nothing for the one before.
    if (!own || own.organisation !== grant.organisation) return no(`${grant.delegatedBy} lent the role ${code} and does not hold it any more. An administrator grants it with GrantRole`);
  }
  const halt = token === undefined ? undefined : stops(state.tokens, asking, token, permission);
  if (halt !== undefined) return no(halt);
  return { granted: true, ...(grant.delegatedBy ? { onBehalfOf: grant.delegatedBy } : {}), ...(grant.organisation ? { actsFor: grant.organisation } : {}) };
};

/** Why a token does not reach so far; undefined when it does. */
function stops(tokens: readonly ApiToken[], { role: code, today }: Asking, number: number, permission: Permission): string | undefined {
  const token = tokens.find((each) => each.number === number);
  if (!token || token.revoked) return 'This API token was revoked. Issue another on your account page';
  if (today > token.expiresOn) return `This API token expired on ${showDate(token.expiresOn)}. Issue another on your account page`;
  if (token.role !== code) return `This API token is for the role ${token.role}, not for ${code}`;
  return token.scope.includes(permission) ? undefined : `The scope of this API token leaves out ${permission}. Issue one that has it on your account page`;
}

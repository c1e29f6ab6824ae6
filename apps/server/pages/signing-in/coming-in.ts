import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/people';
import type { Person } from '#kernel';
import { seeOther, type Page, type SeeOther } from '../../layout/reply.js';
import { template } from '../../layout/reply.js';
import { Sessions } from '../../security/sessions.js';
import type { VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from './gatehouse.js';
import { pathBack } from './path-back.js';

const noRolePage = template<{ readonly name: string | undefined }>('pages/signing-in/no-role.njk');

/** Whoever has shown who they are comes in: in their role, or by way of choosing one when they hold several. */
@Injectable()
export class ComingIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly gatehouse: Gatehouse,
  ) {}

  /** `wanted` is a role that was chosen already: it counts where the person holds it. */
  async letIn(person: Person, request: VisitedRequest, back: string | undefined, wanted?: Role): Promise<Page | SeeOther> {
    const { powers, cookie, accounts } = this.gatehouse;
    const held = await powers.rolesOf(person);
    const [role, ...others] = wanted !== undefined && held.includes(wanted) ? [wanted] : held;
    if (role === undefined) {
      await this.note(person, '', 'no-role');
      return noRolePage('You hold no role today', { name: await accounts.nameOf(person) }, { status: 403 });
    }
    const id = await this.sessions.begin(person, role, cookie.read(request.headers.cookie));
    await this.note(person, role, 'done');
    const path = pathBack(back) ?? '/';
    return seeOther(others.length === 0 ? path : `/account/role?back=${encodeURIComponent(path)}`, cookie.write(id));
  }

  async note(actor: string, role: string, outcome: string, asked = 'sign-in'): Promise<void> {
    const { access, clock } = this.gatehouse;
    await access.note({ at: clock.now(), actor, role, asked, outcome });
  }
}

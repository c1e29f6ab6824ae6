import { Controller, Get, Req } from '@nestjs/common';
import { rolesPage as rolesAsked } from '#views/people';
import { doneSentence } from '../../forms/done-sentence.js';
import { template, type Reply } from '../../layout/reply.js';
import { inWords } from '../../layout/words.js';
import { Needs } from '../../security/needs.js';
import { Asking } from '../../visits/asking.js';
import { may, visitOf, type VisitedRequest } from '../../visits/visit.js';

interface RolesModel {
  readonly roles: readonly {
    readonly role: string;
    readonly title: string;
    readonly does: string;
    readonly held: readonly { readonly permission: string; readonly takeHref: string | undefined }[];
    readonly taken: readonly { readonly permission: string; readonly words: string }[];
    readonly giveHref: string | undefined;
  }[];
}
const rolesPage = template<RolesModel>('pages/people/roles.njk');

/** The roles and what each may do, as the log has it; giving and taking are commands like any other. */
@Controller('roles')
@Needs('people:read')
export class RolesController {
  constructor(private readonly asking: Asking) {}

  @Get()
  async show(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const mayPermit = !visit.past && !visit.soOn && may(visit, 'people:permit');
    const { answer } = await this.asking.ask(visit, rolesAsked, {});
    const model = {
      roles: answer.map(({ role, title, does, permissions }) => ({
        role, title, does,
        held: permissions.filter(({ given }) => given).map(({ permission }) => ({ permission, takeHref: mayPermit ? `/roles/${role}/do/take-permission?permission=${permission}` : undefined })),
        taken: permissions.filter(({ given }) => !given).map(({ permission, sinceOn, reason }) => ({ permission, words: `taken away on ${inWords(sinceOn)}: ${reason ?? ''}` })),
        giveHref: mayPermit ? `/roles/${role}/do/give-permission` : undefined,
      })),
    };
    return rolesPage('Roles and what each may do', model, { trail: [{ text: 'People', href: '/people' }], takesAsOf: true, done: doneSentence(visit) });
  }
}

import { Controller, Get, Param, Req } from '@nestjs/common';
import { isPerson, londonDate, toPerson } from '#kernel';
import { isRole, maySignInAs, roles } from '#domain/people';
import { peopleList, personPage, type GrantRow, type PersonPage } from '#views/people';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { personSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import { Names } from '../../layout/names.js';
import { captionOf, pagesAround, pagingOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { columns, linked, onDay, words, type Cell, type Table } from '../../layout/table.js';
import { beforeIn, shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inWords, many, roleInWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { Asking } from '../../visits/asking.js';
import { link, may, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from '../signing-in/gatehouse.js';

interface PeopleModel {
  readonly table: Table | undefined;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly filter: string | undefined;
  readonly mayRegister: boolean;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
interface PersonModel {
  readonly person: string;
  readonly summary: readonly { readonly key: string; readonly value: string }[];
  readonly grants: Table | undefined;
  readonly lent: Table | undefined;
  readonly tokens: Table | undefined;
  readonly actions: readonly Step[];
  readonly invite: { readonly action: string; readonly text: string } | undefined;
  readonly timeline: ShownTimeline | undefined;
}
const peoplePage = template<PeopleModel>('pages/people/people.njk');
const onePage = template<PersonModel>('pages/people/person.njk');

const refOf = (person: string): string => person.slice('person:'.length);

/** Who may do what here: people by name, with the roles that the log gives them, at any moment and on any day. */
@Controller('people')
@Needs('people:read')
export class PeopleController {
  constructor(
    private readonly asking: Asking,
    private readonly reading: Reading,
    private readonly gatehouse: Gatehouse,
    private readonly names: Names,
  ) {}

  @Get()
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const filter = isRole(visit.query['role'] ?? '') ? visit.query['role'] : undefined;
    const paging = pagingOf(visit);
    const { rows, total, more } = (await this.asking.ask(visit, peopleList, { ...(filter === undefined ? {} : { role: filter }), ...paging })).answer;
    const today = visit.soOn?.written ?? londonDate(this.gatehouse.clock.now());
    const heads = columns('Name', 'In the log', visit.soOn ? 'Roles on that day' : 'Roles', 'Registered', 'Left');
    const table = {
      id: 'people', caption: captionOf(['person', 'people'], paging, rows.length, total, more), heads,
      rows: rows.map(({ person, registeredOn, leftOn, grants }) => [
        linked(this.names.called(person), link(visit, `/people/${refOf(person)}`)),
        words(person),
        words(leftOn ? 'none' : grants.filter((each) => counts(each, today)).map(inShort).join('; ') || 'none'),
        onDay(registeredOn),
        onDay(leftOn),
      ]),
    };
    return peoplePage('People', {
      table: rows.length > 0 ? table : undefined,
      choices: maySignInAs.map((value) => ({ value, words: roles[value].title })),
      filter,
      mayRegister: !visit.past && may(visit, 'people:register'),
      paging: pagesAround(visit, paging, total),
    }, { takesAsOf: true });
  }

  @Get(':ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isPerson(`person:${ref}`)) throw new NoSuchThing(`"${ref}" is not a person of the log`);
    const found = (await this.asking.ask(visit, personPage, { person: toPerson(ref) })).answer;
    if (!found) throw new NoSuchThing(visit.past ? `Nobody was registered as person:${ref} at ${visit.past.words}` : `Nobody is registered as person:${ref}`);
    const timeline = await this.reading.timeline(visit, ref, beforeIn(visit));
    const account = (await this.gatehouse.accounts.people()).find(({ person }) => person === found.person);
    const isHere = found.leftOn === null && !visit.past;
    return onePage(
      this.names.called(found.person),
      {
        ...this.#tables(visit, found, ref),
        person: found.person,
        summary: [
          { key: 'In the log', value: found.person },
          { key: 'Signs in as', value: account?.signInName ?? 'has no account yet' },
          { key: 'Registered', value: inWords(found.registeredOn) },
          ...(found.leftOn ? [{ key: 'Left', value: `${inWords(found.leftOn)}: ${found.leftBecause ?? ''}` }] : []),
        ],
        actions: isHere ? stepsFor(visit, personSteps, `/people/${ref}`, this.names.called(found.person)) : [],
        invite: isHere && this.gatehouse.kind === 'live' && may(visit, 'people:register')
          ? { action: `/people/${ref}/invitation`, text: account?.signInName === undefined ? 'Make an invitation link' : 'Make a link for a forgotten passphrase' }
          : undefined,
        timeline: shownTimeline(timeline, visit, undefined),
      },
      { trail: [{ text: 'People', href: '/people' }], done: doneSentence(visit, timeline?.entries), takesAsOf: true },
    );
  }

  #tables(visit: Visit, { grants, lent, tokens, leftOn }: PersonPage, ref: string): Pick<PersonModel, 'grants' | 'lent' | 'tokens'> {
    const today = visit.soOn?.written ?? londonDate(this.gatehouse.clock.now());
    const mayEnd = !visit.past && leftOn === null && may(visit, 'people:grant');
    const mayRevoke = !visit.past && visit.session?.role === 'administrator' && may(visit, 'token:revoke');
    const stateOf = (each: GrantRow): Cell => {
      if (each.endedOn) return words(`ended ${inWords(each.endedOn)}: ${each.endedBecause ?? ''}`);
      if (!counts(each, today)) return words(each.startsOn > today ? 'does not count yet' : 'is over');
      return mayEnd ? { ...linked('End it', `/people/${refOf(each.person)}/do/end-role?number=${each.number}`, `: ${roleInWords(each.role)}, role ${each.number}`), isWhole: true } : words('counts');
    };
    const rowOf = (each: GrantRow, who: Cell): readonly Cell[] => [words(`${each.number}: ${inShort(each)}`), who, onDay(each.startsOn), onDay(each.endsOn), words(each.reason), stateOf(each)];
    const by = (person: string): Cell => linked(this.names.called(person), link(visit, `/people/${refOf(person)}`));
    const heads = (who: string) => columns('Role', who, 'First day', 'Last day', 'Reason', 'Now');
    return {
      grants: grants.length === 0 ? undefined : { id: 'grants', caption: many(grants.length, 'role', 'roles'), heads: heads('Granted by'), rows: grants.map((each) => rowOf(each, by(each.delegatedBy ?? each.grantedBy))) },
      lent: lent.length === 0 ? undefined : { id: 'lent', caption: many(lent.length, 'role lent', 'roles lent'), heads: heads('To'), rows: lent.map((each) => rowOf(each, by(each.person))) },
      tokens: tokens.length === 0 ? undefined : {
        id: 'tokens', caption: many(tokens.length, 'API token', 'API tokens'), heads: columns('Token', 'Role', 'May', 'Issued', 'Last day', 'Now'),
        rows: tokens.map(({ number, role, scope, issuedOn, expiresOn, revokedOn }) => [
          words(number), words(roleInWords(role)), words(scope.split(' ').join(', ')), onDay(issuedOn), onDay(expiresOn),
          revokedOn ? words(`revoked ${inWords(revokedOn)}`) : expiresOn < today ? words('has expired') : mayRevoke ? linked('Revoke it', `/people/${ref}/do/revoke-api-token?number=${number}`, `: token ${number}`) : words('in use'),
        ]),
      },
    };
  }
}

/** Whether a role counts on a day, as the list says it; whether somebody may do something, the log's authority says. */
const counts = ({ startsOn, endsOn, endedOn }: GrantRow, on: string): boolean => startsOn <= on && (endsOn === null || endsOn >= on) && endedOn === null;
const inShort = ({ role, organisationName, delegatedBy }: GrantRow): string => `${roleInWords(role)}${organisationName ? ` for ${organisationName}` : ''}${delegatedBy ? ' (lent)' : ''}`;

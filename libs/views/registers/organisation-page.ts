import { reference, type IsoDate, type OrganisationRef } from '#kernel';
import { registers, type IdentifierRegister } from '#domain/organisations';
import { questionOn } from '../question-on.js';
import { organisationRow, organisationsAsOf, type OrganisationRow, type Organisations } from './organisation-row.js';
import { organisations } from './organisations.js';

/** Another body, as it was called when this was recorded. */
export interface OtherBody {
  readonly organisation: string;
  readonly name: string;
  readonly sinceOn: string;
}
export interface OrganisationPage extends OrganisationRow {
  readonly registeredOn: string;
  readonly names: readonly { readonly name: string; readonly fromOn: string }[];
  readonly types: readonly { readonly type: string; readonly fromOn: string; readonly reason: string | null }[];
  /** By register, with its zeros. `untilOn`: the first day on which it was no longer so. */
  readonly identifiers: readonly { readonly register: string; readonly registerName: string; readonly identifier: string; readonly fromOn: string; readonly untilOn: string | null; readonly reason: string | null }[];
  /** How documents print its name, letter by letter. */
  readonly printedNames: readonly { readonly name: string; readonly document: string; readonly recordedOn: string }[];
  /** Of a joint body: those who make it up. */
  readonly members: readonly OtherBody[];
  /** Joint bodies that it is part of. */
  readonly memberOf: readonly OtherBody[];
  readonly successors: readonly (OtherBody & { readonly reason: string })[];
  readonly predecessors: readonly (OtherBody & { readonly reason: string })[];
}

class OrganisationAsked {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

export const organisationPage = questionOn('organisation', {
  summary: 'An organisation: names and types with their days, identifiers by register, names as printed, members, predecessors and successors.',
  permission: 'register:read',
  input: OrganisationAsked,
  from: [organisations],
  takesAsOf: true,
  async ask(db, { organisation }, { asOf }): Promise<OrganisationPage | undefined> {
    const on = asOf?.on;
    const kept = await db
      .selectFrom('organisations').select([...organisationRow, 'organisations.registered_on as registeredOn']).where('reference', '=', organisation)
      .$if(on !== undefined, (query) => query.where('registered_on', '<=', on ?? '')).executeTakeFirst();
    const found = kept && on ? (await organisationsAsOf(db, [kept], on))[0] : kept;
    if (!kept || !found) return undefined;
    return {
      ...found,
      registeredOn: kept.registeredOn,
      names: await db
        .selectFrom('names').select(['name', 'from_on as fromOn']).where('organisation', '=', organisation)
        .$if(on !== undefined, (query) => query.where('from_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute(),
      types: await db
        .selectFrom('types').select(['type', 'from_on as fromOn', 'reason']).where('organisation', '=', organisation)
        .$if(on !== undefined, (query) => query.where('from_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute(),
      identifiers: await identifiersOf(db, organisation, on),
      printedNames: await db
        .selectFrom('printed_names').select(['name', 'document', 'recorded_on as recordedOn']).where('organisation', '=', organisation).orderBy('position').orderBy('line').execute(),
      members: await membersOf(db, organisation, on),
      memberOf: await jointBodiesOf(db, organisation, on),
      successors: await db
        .selectFrom('successions').select(['successor as organisation', 'successor_name as name', 'effective_on as sinceOn', 'reason']).where('organisation', '=', organisation)
        .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute(),
      predecessors: await db
        .selectFrom('successions').select(['organisation', 'name', 'effective_on as sinceOn', 'reason']).where('successor', '=', organisation)
        .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute(),
    };
  },
});

/** Every identifier that it had begun to have by the day, with its end where that had come by then too. */
async function identifiersOf(db: Organisations, organisation: string, on: IsoDate | undefined): Promise<OrganisationPage['identifiers']> {
  const changes = await db
    .selectFrom('identifiers').select(['register', 'identifier', 'change', 'effective_on as on', 'reason']).where('organisation', '=', organisation)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const had: OrganisationPage['identifiers'][number][] = [];
  for (const { register, identifier, change, on: effectiveOn, reason } of changes) {
    if (change === 'recorded') had.push({ register, registerName: registers[register as IdentifierRegister].name, identifier, fromOn: effectiveOn, untilOn: null, reason: null });
    const ending = had.findLastIndex((each) => change === 'ended' && each.register === register && each.identifier === identifier);
    const ended = had[ending];
    if (ended) had[ending] = { ...ended, untilOn: effectiveOn, reason };
  }
  return had;
}

const namedOn = (db: Organisations, on: IsoDate | undefined) => db.selectFrom('members').$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''));

/** When the members that stand were named: the newest position that had taken effect. */
async function newestNaming(db: Organisations, organisation: string, on: IsoDate | undefined): Promise<number | undefined> {
  return (await namedOn(db, on).select('position').where('organisation', '=', organisation).orderBy('position', 'desc').limit(1).executeTakeFirst())?.position;
}

async function membersOf(db: Organisations, organisation: string, on: IsoDate | undefined): Promise<readonly OtherBody[]> {
  const position = await newestNaming(db, organisation, on);
  if (position === undefined) return [];
  return db
    .selectFrom('members').select(['member as organisation', 'name', 'effective_on as sinceOn']).where('organisation', '=', organisation).where('position', '=', position)
    .orderBy('line').execute();
}

async function jointBodiesOf(db: Organisations, member: string, on: IsoDate | undefined): Promise<readonly OtherBody[]> {
  const namings = await namedOn(db, on).select(['position', 'organisation', 'joint_name as name', 'effective_on as sinceOn']).where('member', '=', member).orderBy('position').execute();
  const newest = new Map(namings.map((each) => [each.organisation, each]));
  const standing = await Promise.all([...newest.values()].map(async ({ position, ...each }) => ((await newestNaming(db, each.organisation, on)) === position ? [each] : [])));
  return standing.flat();
}

import { keeping, nothingKeyed, present, stream, type IsoDate, type Keyed } from '#kernel';
import type { IdentifierRegister } from './identifier-register.js';
import type { NamedBody } from './named-body.js';
import type { OrganisationType } from './organisation-fields.js';
import * as events from './organisation.events.js';

/** What a register calls a body, as text: its leading zeros are part of it. */
export interface Identifier {
  readonly register: IdentifierRegister;
  readonly identifier: string;
  readonly from?: IsoDate | undefined;
}

export type OrganisationState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'registered';
      readonly name: string;
      readonly type: OrganisationType;
      readonly region?: string | undefined;
      readonly identifier?: string | undefined;
      /** Names it had, each with the day from which it no longer did. */
      readonly formerNames: readonly { readonly name: string; readonly until: IsoDate }[];
      /** The day from which its name is kept out of what is published. */
      readonly withheldSince?: IsoDate | undefined;
      /** Those that have not ended. */
      readonly identifiers: readonly Identifier[];
      /** Days on which each printed spelling was recorded, by `printedAs`. */
      readonly printed: Keyed<IsoDate>;
      /** Of a joint body: those who make it up. */
      readonly members: readonly NamedBody[];
      /** Who came after it, where it is no more. */
      readonly succeeded?: { readonly on: IsoDate; readonly by: readonly NamedBody[] } | undefined;
    };

/** A spelling in a document; names hold no line break, so no two are mixed up. */
export const printedAs = (name: string, document: string): string => `${name}\n${document}`;
const isThat = (a: Identifier, b: Pick<Identifier, 'register' | 'identifier'>): boolean => a.register === b.register && a.identifier === b.identifier;
export const identifierOf = ({ identifiers }: { readonly identifiers: readonly Identifier[] }, wanted: Pick<Identifier, 'register' | 'identifier'>): Identifier | undefined =>
  identifiers.find((each) => isThat(each, wanted));

export const organisation = stream('organisation', { events, initial: { stage: 'absent' } as OrganisationState }).evolvedBy({
  OrganisationRegistered: (_, { name, type, region, identifier }) => ({
    stage: 'registered', name, type, region, identifier, formerNames: [], identifiers: [], printed: nothingKeyed, members: [],
  }),
  NameWithheld: (state, _, { on }) => ({ ...present(state), withheldSince: on }),
  OrganisationRenamed(state, { formerName, name }, { on }) {
    const before = present(state);
    return { ...before, name, formerNames: [...before.formerNames, { name: formerName, until: on }] };
  },
  OrganisationReclassified: (state, { type }) => ({ ...present(state), type }),
  IdentifierRecorded(state, { register, identifier, from }) {
    const before = present(state);
    return { ...before, identifiers: [...before.identifiers, { register, identifier, from }] };
  },
  IdentifierEnded(state, ended) {
    const before = present(state);
    return { ...before, identifiers: before.identifiers.filter((each) => !isThat(each, ended)) };
  },
  NamePrinted(state, { name, document }, { on }) {
    const before = present(state);
    return { ...before, printed: keeping(before.printed, printedAs(name, document), on) };
  },
  MembersNamed: (state, { members }) => ({ ...present(state), members }),
  OrganisationSucceeded: (state, { successors }, { on }) => ({ ...present(state), succeeded: { on, by: successors } }),
});

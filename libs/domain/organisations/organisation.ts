import { present, stream, type IsoDate } from '#kernel';
import type { OrganisationType } from './organisation-fields.js';
import * as events from './organisation.events.js';

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
    };

export const organisation = stream('organisation', { events, initial: { stage: 'absent' } as OrganisationState }).evolvedBy({
  OrganisationRegistered: (_, { name, type, region, identifier }) => ({ stage: 'registered', name, type, region, identifier, formerNames: [] }),
  NameWithheld: (state, _, { on }) => ({ ...present(state), withheldSince: on }),
  OrganisationRenamed(state, { formerName, name }, { on }) {
    const before = present(state);
    return { ...before, name, formerNames: [...before.formerNames, { name: formerName, until: on }] };
  },
});

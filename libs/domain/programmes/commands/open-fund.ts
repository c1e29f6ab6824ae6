import { code, decide, optional, present, reference, refuse, text, type Code, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { fundClass, type FundClass } from '../fund-class.js';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { stated } from '../stated.js';

export class OpenFund {
  @code('Code') code!: Code;
  @text('Name') name!: string;
  @optional(text('Purpose', { long: true })) purpose?: string;
  @optional(fundClass) class?: FundClass;
  @optional(reference('OR', 'Held by', { hint: 'Another body that holds the money; left out where we hold it' })) heldBy?: OrganisationRef;
}

export const openFund = decide(fund, OpenFund, {
  summary: 'Open a fund, from which budgets are given to rounds.',
  permission: 'fund:open',
  begins: 'named',
  ref: ({ code: ref }) => ref,
  facts: async (read, { heldBy }) => ({ holder: heldBy === undefined ? undefined : present((await read(organisation, heldBy)).state) }),
  refusals: { 'code-is-taken': 'There is a fund {code} already: {name}' },
  rule(state, { code: ref, ...named }, { facts: { holder } }) {
    if (state.stage !== 'absent') return refuse('code-is-taken', { code: ref, name: state.name });

    return [FundOpened({ fund: ref, ...named, ...stated({ heldByName: holder?.name }) })];
  },
});

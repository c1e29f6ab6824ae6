import { code, decide, optional, refuse, text, type Code } from '#kernel';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';

export class OpenFund {
  @code('Code') code!: Code;
  @text('Name') name!: string;
  @optional(text('Purpose', { long: true })) purpose?: string;
}

export const openFund = decide(fund, OpenFund, {
  summary: 'Open a fund, from which budgets are given to rounds.',
  permission: 'fund:open',
  begins: 'named',
  ref: ({ code: ref }) => ref,
  refusals: { 'code-is-taken': 'There is a fund {code} already: {name}' },
  rule(state, { code: ref, ...named }) {
    if (state.stage !== 'absent') return refuse('code-is-taken', { code: ref, name: state.name });

    return [FundOpened({ fund: ref, ...named })];
  },
});

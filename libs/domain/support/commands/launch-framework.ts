import { decide, list, money, optional, present, reference, refuse, showMoney, text, type DataOf, type FrameworkRef, type Money } from '#kernel';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { FrameworkLaunched } from '../framework.events.js';
import { framework } from '../framework.js';
import { termOf } from '../policies/term-of-the-scheme.js';

const partner = { organisation: reference('OR', 'Organisation'), role: text('Role') };

export class LaunchFramework {
  @reference('FW', 'Framework') framework!: FrameworkRef;
  @money('Charge for its use', { orNil: true }) charge!: Money;
  @optional(list('Partners', partner, '{organisation} ({role})', { max: 50 })) partners?: readonly DataOf<typeof partner>[];
}

export const launchFramework = decide(framework, LaunchFramework, {
  summary: 'Launch a planned framework with its partners, so that bodies join it or call off from it.',
  permission: 'framework:keep',
  ref: ({ framework: ref }) => ref,
  facts: async (read, { partners = [] }, state) => ({
    programme: await read(programme, present(state).programme),
    partners: await Promise.all(partners.map(async (each) => ({ ...each, organisationName: present((await read(organisation, each.organisation)).state).name }))),
  }),
  refusals: {
    'launched-already': 'This framework was launched already',
    'charge-is-not-the-schemes': 'The scheme of the programme charges {charge} for its use',
  },
  rule(state, { charge }, { facts: { programme: of, partners } }) {
    const { stage, programme: code, name } = present(state);
    if (stage === 'launched') return refuse('launched-already');
    const term = termOf(of.state, 'framework');
    if (term && term.charge.minor !== charge.minor) return refuse('charge-is-not-the-schemes', { charge: showMoney(term.charge) });

    return [FrameworkLaunched({ programme: code, name, charge, partners })];
  },
});

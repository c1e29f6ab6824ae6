import { code, date, decide, optional, text, type Code, type IsoDate } from '#kernel';
import { programme } from '#domain/programmes';
import { FrameworkPlanned } from '../framework.events.js';
import { framework } from '../framework.js';

export class PlanFramework {
  @code('Programme') programme!: Code;
  @text('Name') name!: string;
  @optional(date('To be launched on')) launchesOn?: IsoDate;
}

export const planFramework = decide(framework, PlanFramework, {
  summary: 'Plan a framework of a programme: terms on which bodies buy together.',
  permission: 'framework:keep',
  begins: 'FW',
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: {},
  rule: (_, planned) => [FrameworkPlanned(planned)],
});

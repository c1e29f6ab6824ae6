import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permits, rolesHolding } from '#platform/access';
import type { Engine, Outcome } from '#platform/engine';
import type { ViewStore } from '#platform/view-store';
import { AskQuestion, RunCommand, type Answered } from './envelopes.js';

/** The one that runs commands: hands the envelope's content to the engine's only door. */
@CommandHandler(RunCommand)
export class EngineDoor implements ICommandHandler<RunCommand> {
  constructor(private readonly engine: Pick<Engine, 'run'>) {}

  execute({ declaration, input, context }: RunCommand): Promise<Outcome> {
    return this.engine.run(declaration, input, context);
  }
}

/** The one that answers questions: who may not read is told so before anything is read. */
@QueryHandler(AskQuestion)
export class ViewsDoor implements IQueryHandler<AskQuestion> {
  constructor(private readonly views: Pick<ViewStore, 'ask'>) {}

  async execute({ declaration, input, context }: AskQuestion): Promise<Answered<unknown>> {
    const { permission } = declaration;
    if (!permits(context.role, permission)) return { outcome: 'not-permitted', permission, heldBy: rolesHolding(permission) };
    return this.views.ask(declaration, input, context.knownAt === undefined ? {} : { knownAt: context.knownAt });
  }
}

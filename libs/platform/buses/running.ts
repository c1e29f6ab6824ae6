import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
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
  constructor(
    private readonly views: Pick<ViewStore, 'ask'>,
    private readonly engine: Pick<Engine, 'mayAsk'>,
  ) {}

  async execute({ declaration, input, context }: AskQuestion): Promise<Answered<unknown>> {
    const { permission } = declaration;
    const granted = await this.engine.mayAsk(context, permission);
    if (!granted.granted) return { outcome: 'not-permitted', permission, heldBy: granted.heldBy, because: granted.because };
    const { knownAt, asOf } = context;
    return this.views.ask(declaration, input, { ...(knownAt === undefined ? {} : { knownAt }), ...(asOf === undefined ? {} : { asOf }) });
  }
}

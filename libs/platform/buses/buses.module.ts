import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule, EventBus } from '@nestjs/cqrs';
import type { Engine } from '#platform/engine';
import type { EventStore } from '#platform/event-store';
import type { ViewStore } from '#platform/view-store';
import { PublishedEvents } from './published-events.js';
import { EngineDoor, ViewsDoor } from './running.js';

export interface Behind {
  readonly engine: Pick<Engine, 'run' | 'mayAsk'>;
  readonly views: Pick<ViewStore, 'ask'>;
  readonly store: Pick<EventStore, 'head' | 'subscribe'>;
}

/** Binds the one envelope of each bus to the engine, the views and the log. Nobody writes a handler class per command. */
@Module({})
export class BusesModule {
  static over({ engine, views, store }: Behind): DynamicModule {
    return {
      module: BusesModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: EngineDoor, useFactory: () => new EngineDoor(engine) },
        { provide: ViewsDoor, useFactory: () => new ViewsDoor(views, engine) },
        { provide: PublishedEvents, useFactory: (bus: EventBus) => new PublishedEvents(bus, store), inject: [EventBus] },
      ],
      exports: [CqrsModule, PublishedEvents],
    };
  }
}

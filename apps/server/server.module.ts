import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { KeptForms } from '#platform/accounts';
import { BusesModule } from '#platform/buses';
import type { Log } from '#platform/telemetry';
import { apiControllers } from './api/index.js';
import { AssetsController } from './assets/assets.controller.js';
import { PublishedAssets } from './assets/published-assets.js';
import { ErrorPagesFilter } from './errors/error-pages.filter.js';
import { CommandsController, Today } from './forms/commands.controller.js';
import { ChangesSince } from './forms/changes-since.js';
import { Kept } from './forms/kept.js';
import { Prefilled } from './forms/prefilled.js';
import { SuggestedReferences } from './forms/suggested-references.js';
import type { House } from './house.js';
import { Names } from './layout/names.js';
import { Rendering } from './layout/rendering.js';
import { RepliesInterceptor } from './layout/replies.interceptor.js';
import { pageControllers } from './pages/index.js';
import { ComingIn } from './pages/signing-in/coming-in.js';
import { FirstAdministrator } from './pages/signing-in/first-administrator.js';
import { Gatehouse } from './pages/signing-in/gatehouse.js';
import { SecurityContact } from './pages/about/about.controller.js';
import { DoorGuard } from './security/door.guard.js';
import { addressFor } from './security/address-for.js';
import type { Powers } from './security/powers.js';
import type { SessionCookie } from './security/session-cookie.js';
import { Sessions } from './security/sessions.js';
import { throttling, ThrottlingGuard, type Allowance } from './security/throttling.js';
import { HouseOf } from './visits/house-of.js';
import { Asking } from './visits/asking.js';
import { Journal } from './pages/ledger/journal.js';
import { Reading } from './reading/reading.js';
import { ReadingDelivery } from './reading/reading-delivery.js';
import { ReadingSupport } from './reading/reading-support.js';

export interface ServerParts {
  readonly house: House;
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly names: Names;
  readonly powers: Powers;
  /** The address that people use, when it is not this machine's own. */
  readonly publicAddress: string | undefined;
  readonly logger: Log;
  readonly allowance: Allowance;
  readonly proxies: number;
  readonly assets: PublishedAssets;
  readonly securityContact: string | undefined;
}

/** Every controller of the server: the route test walks them. */
export const controllers: readonly Type<unknown>[] = [AssetsController, CommandsController, ...apiControllers, ...pageControllers];

@Module({})
export class ServerModule {
  static over({ house, cookie, sessions, names, powers, publicAddress, logger, allowance, proxies, assets, securityContact }: ServerParts): DynamicModule {
    const { kind, clock, access, accounts, founding } = house;
    const rendering = new Rendering({ kind, assets, names });
    const gatehouse: Gatehouse = { kind, clock, access, cookie, accounts, powers, founding, addressFor: addressFor(publicAddress) };
    return {
      module: ServerModule,
      imports: [BusesModule.over(house), ThrottlerModule.forRoot(throttling(allowance, proxies, accounts))],
      controllers: [...controllers],
      providers: [
        Asking,
        Reading,
        ReadingSupport,
        ReadingDelivery,
        Journal,
        SuggestedReferences,
        ChangesSince,
        Kept,
        Prefilled,
        ComingIn,
        FirstAdministrator,
        { provide: Names, useValue: names },
        { provide: KeptForms, useValue: accounts.forms },
        { provide: Sessions, useValue: sessions },
        { provide: Rendering, useValue: rendering },
        { provide: PublishedAssets, useValue: assets },
        { provide: HouseOf, useValue: house },
        { provide: Today, useValue: clock },
        { provide: Gatehouse, useValue: gatehouse },
        { provide: SecurityContact, useValue: { address: securityContact, clock } },
        { provide: APP_GUARD, useClass: ThrottlingGuard },
        { provide: APP_GUARD, useFactory: (reflector: Reflector) => new DoorGuard(reflector, house), inject: [Reflector] },
        { provide: APP_INTERCEPTOR, useClass: RepliesInterceptor },
        { provide: APP_FILTER, useValue: new ErrorPagesFilter(rendering, logger, accounts.forms) },
      ],
    };
  }
}

import type { Type } from '@nestjs/common';
import { AboutController } from './about/about.controller.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { AwardController } from './awards/award.controller.js';
import { AwardsController } from './awards/awards.controller.js';
import { EventController } from './events/event.controller.js';
import { ExpertsController } from './experts/experts.controller.js';
import { HomeController } from './home/home.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { PaymentsController } from './payments/payments.controller.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { SavingsController } from './savings/savings.controller.js';
import { SearchController } from './search/search.controller.js';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AccountController } from './account/account.controller.js';
import { PassphraseController } from './account/passphrase.controller.js';
import { TokensController } from './account/tokens.controller.js';
import { PeopleController } from './people/people.controller.js';
import { RegisteringController } from './people/registering.controller.js';
import { RolesController } from './people/roles.controller.js';
import { InvitationsController } from './signing-in/invitations.controller.js';
import { SigningInController } from './signing-in/signing-in.controller.js';

/** Every page, in the order of the navigation. */
export const pageControllers: readonly Type<unknown>[] = [
  HomeController, ProgrammesController, ExpertsController, RoundsController, ApplicationsController, AwardsController, AwardController, PaymentsController, SavingsController, ExportsController, LedgerController, EventController,
  SearchController, SigningInController, InvitationsController, AccountController, PassphraseController, TokensController, RegisteringController, PeopleController, RolesController, AccessLogController, OperationsController, AboutController,
];

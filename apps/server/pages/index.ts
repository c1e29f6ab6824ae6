import type { Type } from '@nestjs/common';
import { AboutController } from './about/about.controller.js';
import { AdviceController } from './advice/advice.controller.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { FilesController } from './applications/files.controller.js';
import { ApplyingController } from './applying/applying.controller.js';
import { AwardController } from './awards/award.controller.js';
import { AwardsController } from './awards/awards.controller.js';
import { CohortsController } from './cohorts/cohorts.controller.js';
import { DaysController } from './days/days.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { MilestonesController } from './delivery/milestones.controller.js';
import { ReportsController } from './delivery/reports.controller.js';
import { EventController } from './events/event.controller.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { ExpertsController } from './experts/experts.controller.js';
import { FrameworksController } from './frameworks/frameworks.controller.js';
import { FundingController } from './funding/funding.controller.js';
import { HomeController } from './home/home.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { PaymentsController } from './payments/payments.controller.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { SavingsController } from './savings/savings.controller.js';
import { SchemesController } from './schemes/schemes.controller.js';
import { DesigningController } from './schemes/designing.controller.js';
import { SearchController } from './search/search.controller.js';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AccountController } from './account/account.controller.js';
import { PassphraseController } from './account/passphrase.controller.js';
import { TokensController } from './account/tokens.controller.js';
import { PeopleController } from './people/people.controller.js';
import { RegisteringController } from './people/registering.controller.js';
import { RolesController } from './people/roles.controller.js';
import { InvitationsController } from './signing-in/invitations.controller.js';
import { SharesController } from './shares/shares.controller.js';
import { SigningInController } from './signing-in/signing-in.controller.js';
import { WaitingController } from './waiting/waiting.controller.js';

/** Every page, in the order of the navigation. */
export const pageControllers: readonly Type<unknown>[] = [
  HomeController, ProgrammesController, OrganisationsController, ExceptionsController, ExpertsController, RoundsController, SchemesController, DesigningController, ApplyingController, ApplicationsController, FilesController, AwardsController, AwardController, PaymentsController, SavingsController, ExportsController, LedgerController, EventController,
  DaysController, CohortsController, FrameworksController, AdviceController, WaitingController, SharesController,
  DeliveryController, ReportsController, MilestonesController, FundingController,
  SearchController, SigningInController, InvitationsController, AccountController, PassphraseController, TokensController, RegisteringController, PeopleController, RolesController, AccessLogController, OperationsController, AboutController,
];

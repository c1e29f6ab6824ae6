import type { Type } from '@nestjs/common';
import { AboutController } from './about/about.controller.js';
import { AwardController } from './awards/award.controller.js';
import { AwardsController } from './awards/awards.controller.js';
import { EventController } from './events/event.controller.js';
import { HomeController } from './home/home.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { PaymentsController } from './payments/payments.controller.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { SearchController } from './search/search.controller.js';
import { SigningInController } from './signing-in/signing-in.controller.js';

/** Every page, in the order of the navigation. */
export const pageControllers: readonly Type<unknown>[] = [
  HomeController, ProgrammesController, AwardsController, AwardController, PaymentsController, LedgerController, EventController,
  SearchController, SigningInController, AboutController,
];

import type { Type } from '@nestjs/common';
import { ApiCommandsController } from './api-commands.controller.js';
import { ApiContentsController } from './api-contents.controller.js';
import { ApiEventsController } from './api-events.controller.js';
import { ApiFilesController } from './api-files.controller.js';
import { ApiQuestionsController } from './api-questions.controller.js';
import { ProblemsController } from './problems.controller.js';

/** The API for programs, under one root; addresses of single things come after those of the lists. */
export const apiControllers: readonly Type<unknown>[] = [ApiContentsController, ApiCommandsController, ApiQuestionsController, ApiEventsController, ApiFilesController, ProblemsController];

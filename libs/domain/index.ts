import type { AnyStream, CommandDeclaration } from '#kernel';
import { application, applicationCommands, entries, profile } from './applications/index.js';
import { assessment, assessmentCommands } from './assessments/index.js';
import { award, awardCommands } from './awards/index.js';
import { body, decision, decisionCommands } from './decisions/index.js';
import { delivery, deliveryCommands, milestones } from './delivery/index.js';
import { claim, costs, funding, fundingCommands } from './funding/index.js';
import { limit, queue } from './limits/index.js';
import { evidence, match, matchCommands } from './match-funding/index.js';
import { evaluation, evaluationCommands } from './monitoring/index.js';
import { identifier, organisation, organisationCommands } from './organisations/index.js';
import { payment, paymentCommands } from './payments/index.js';
import { peopleCommands, person, role } from './people/index.js';
import { fund, interests, programme, programmeCommands, round } from './programmes/index.js';
import { saving, savingCommands } from './savings/index.js';
import { advice, assignment, cohort, daysLog, expert, framework, supportCommands } from './support/index.js';

/** Every kind of stream: the one place where declarations are gathered. */
export const streams: readonly AnyStream[] = [
  limit, queue, organisation, identifier, person, role, fund, programme, round, application, entries, profile, body, decision, interests, assessment, award, expert, assignment, daysLog, cohort, framework, advice, match, evidence, payment, evaluation, saving,
  delivery, milestones, funding, claim, costs,
];

/** Every command, its input's type folded away: whoever runs one reads its input with the command's own class. */
export const commands = [
  ...organisationCommands, ...peopleCommands, ...programmeCommands, ...applicationCommands, ...decisionCommands, ...assessmentCommands,
  ...awardCommands, ...supportCommands, ...deliveryCommands, ...matchCommands, ...paymentCommands, ...fundingCommands, ...evaluationCommands, ...savingCommands,
] as unknown as readonly CommandDeclaration[];

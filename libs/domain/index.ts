import type { AnyStream, CommandDeclaration } from '#kernel';
import { application, applicationCommands } from './applications/index.js';
import { award, awardCommands } from './awards/index.js';
import { body, decision, decisionCommands, interests } from './decisions/index.js';
import { limit } from './limits/index.js';
import { evidence, match, matchCommands } from './match-funding/index.js';
import { evaluation, evaluationCommands } from './monitoring/index.js';
import { organisation, organisationCommands } from './organisations/index.js';
import { payment, paymentCommands } from './payments/index.js';
import { fund, programme, programmeCommands, round } from './programmes/index.js';

/** Every kind of stream: the one place where declarations are gathered. */
export const streams: readonly AnyStream[] = [
  limit, organisation, fund, programme, round, application, body, decision, interests, award, match, evidence, payment, evaluation,
];

/** Every command, its input's type folded away: whoever runs one reads its input with the command's own class. */
export const commands = [
  ...organisationCommands, ...programmeCommands, ...applicationCommands, ...decisionCommands, ...awardCommands, ...matchCommands, ...paymentCommands, ...evaluationCommands,
] as unknown as readonly CommandDeclaration[];

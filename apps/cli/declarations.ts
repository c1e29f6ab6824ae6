import { commands, streams } from '#domain';
import { questions, views } from '#views';
import { workflows } from '#workflows';

/** Everything that is declared, gathered once. */
export const declarations = { commands, streams, views, questions, workflows };

import { commands, streams } from '#domain';
import { authority, foundation } from '#domain/people';
import { questions, views } from '#views';
import { postingsMustBalance } from '#views/ledgers';
import { workflows } from '#workflows';

/** Everything that is declared, gathered once. */
export const declarations = { commands, streams, views, questions, workflows, authority, foundation, assertions: [postingsMustBalance] };

import { commands, streams } from '#domain';
import { authority, foundation } from '#domain/people';
import type { Declarations } from '#platform/installation';

/** All commands and no views: for tests of what reaches the log, which a view can neither help nor hinder. */
export const withoutViews: Declarations = { commands, streams, views: [], questions: [], workflows: [], authority, foundation };

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Jobs } from '#platform/jobs';
import { Gate, operations, Survey, type Log, type OperationsParts, type UpkeepSeen, type Watch } from '#platform/telemetry';
import type { House } from './house.js';

/** How this server stands, for the programs that look after it. */
export interface Standing extends OperationsParts {
  readonly watch: Watch;
  readonly gate: Gate;
  readonly log: Log;
}

export interface StandingParts {
  readonly house: Pick<House, 'store' | 'views' | 'clock'>;
  readonly watch: Watch;
  readonly log: Log;
  readonly folder: string;
  readonly metricsToken?: string | undefined;
  readonly sessions?: () => Promise<number>;
  readonly jobs?: Pick<Jobs, 'status'>;
  readonly upkeep?: () => Promise<UpkeepSeen>;
}

export function standingOf({ house, watch, log, folder, metricsToken, sessions, jobs, upkeep }: StandingParts): Standing {
  const { measures } = watch;
  const survey = new Survey({
    store: house.store, views: house.views, clock: house.clock, measures, folder,
    ...(sessions ? { sessions } : {}), ...(jobs ? { jobs } : {}), ...(upkeep ? { upkeep } : {}),
  });
  return { watch, log, measures, survey, gate: new Gate({ survey, measures, answersFromViews: true }), ...(metricsToken === undefined ? {} : { metricsToken }) };
}

/** Answers load balancers and, where they show the token, whoever reads measures: before anybody is received, counted or logged. */
export function operationsDoor(standing: Standing) {
  const answer = operations(standing, { showsMeasures: false });
  return (request: IncomingMessage, response: ServerResponse, next: (problem?: unknown) => void): void => {
    answer(request, response).then((answered) => (answered ? undefined : next()), next);
  };
}

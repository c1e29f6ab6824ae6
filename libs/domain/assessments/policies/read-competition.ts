import { present, type ReadFact } from '#kernel';
import { interests, round } from '#domain/programmes';
import type { ApplicationState } from '#domain/applications';
import { assessment } from '../assessment.js';

/** The round that an application competes in, what was scored in it, and who may not score. */
export async function readCompetition(read: ReadFact, application: ApplicationState) {
  const { round: of } = present(application).budget;
  return { round: await read(round, of), competition: await read.ifAny(assessment, of), interests: await read.ifAny(interests, of) };
}

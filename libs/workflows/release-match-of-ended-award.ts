import { due, toReference, workflow, type Happened } from '#kernel';
import { award } from '#domain/awards';
import { releaseMatch } from '#domain/match-funding';

const release = ({ ref, on }: Happened) => [due(ref, on, releaseMatch, { award: toReference('AW', ref) })];

export const releaseMatchOfEndedAward = workflow('release-match-of-ended-award', {
  version: 1,
  summary: 'When an award is withdrawn or its offer lapses, match that it still waited for falls away.',
  from: [award],
  on: { AwardWithdrawn: release, OfferLapsed: release },
});

import { isReference } from '#kernel';
import type { RoundPage } from '#views/registers';
import { NoSuchThing } from '../../errors/troubles.js';
import type { Crumb } from '../../layout/reply.js';
import type { Reading } from '../../reading/reading.js';
import type { Visit } from '../../visits/visit.js';

/** The round of its page, or of one under it. Throws NoSuchThing, which becomes the page that says so. */
export async function roundNamed(reading: Reading, visit: Visit, ref: string): Promise<RoundPage> {
  if (!isReference(ref, 'RD')) throw new NoSuchThing(`"${ref}" is not the reference of a round, like RD-2012-001`);
  const round = await reading.round(visit, ref);
  if (!round) throw new NoSuchThing(visit.past || visit.soOn ? `There was no round ${ref} then` : `There is no round ${ref}`);
  return round;
}

export const trailOfRound = ({ programme, programmeName, name, reference }: RoundPage): readonly Crumb[] => [
  { text: 'Programmes', href: '/programmes' }, { text: programmeName, href: `/programmes/${programme}` }, { text: name, href: `/rounds/${reference}` },
];

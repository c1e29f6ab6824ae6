import type { ProgrammeRow } from '#views/registers';
import { NoSuchThing } from '../../errors/troubles.js';
import type { Crumb } from '../../layout/reply.js';
import type { Reading } from '../../reading/reading.js';
import type { Visit } from '../../visits/visit.js';

/** The programme of a page under it, as the register has it. Throws NoSuchThing, which becomes the page that says so. */
export async function programmeNamed(reading: Reading, visit: Visit, code: string): Promise<ProgrammeRow> {
  const programme = (await reading.programmes(visit)).find((each) => each.code === code);
  if (!programme) throw new NoSuchThing(visit.past || visit.soOn ? `There was no programme ${code} then` : `There is no programme ${code}`);
  return programme;
}

export const trailOfProgramme = ({ code, name }: Pick<ProgrammeRow, 'code' | 'name'>): readonly Crumb[] => [
  { text: 'Programmes', href: '/programmes' }, { text: name, href: `/programmes/${code}` },
];

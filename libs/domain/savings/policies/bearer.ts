import { present, type AwardRef, type OrganisationRef, type ReadFact, type Refusal } from '#kernel';
import { award, type AwardState } from '#domain/awards';
import { mustActForOwnBody } from '#domain/organisations';

/** The award that a saving is of; a saving of a whole programme has none. */
export const readBearer = async (read: ReadFact, of: AwardRef | undefined): Promise<AwardState | undefined> => (of ? (await read(award, of)).state : undefined);

/** The bodies of an award may speak of its savings. A programme's figure is the funder's: no recipient acts for it. */
export function mustActForBearer(actsFor: OrganisationRef | undefined, bearer: AwardState | undefined): Refusal<'acts-for-another-body'> | undefined {
  if (!bearer) return mustActForOwnBody(actsFor, []);
  const { recipient, partners } = present(bearer).terms;
  return mustActForOwnBody(actsFor, [recipient, ...partners.map(({ organisation }) => organisation)]);
}

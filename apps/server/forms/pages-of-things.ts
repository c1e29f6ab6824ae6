import { isReference, type ReferenceKind } from '#kernel';

/** Things with pages of their own, by their references: what they are called, and where they are shown. */
const kinds: Readonly<Partial<Record<ReferenceKind, readonly [noun: string, page: string]>>> = {
  AW: ['award', '/awards'], PY: ['payment', '/payments'], RD: ['round', '/rounds'], AP: ['application', '/applications'],
  OR: ['organisation', '/organisations'], SV: ['saving', '/savings'],
  CH: ['cohort', '/cohorts'], FW: ['framework', '/frameworks'], FN: ['funding', '/fundings'],
};

/** The page of whatever bears this reference, and what it is; undefined for what is no reference or has no page. */
export function shownAt(reference: string): { readonly noun: string; readonly page: string } | undefined {
  const [, found] = Object.entries(kinds).find(([kind]) => isReference(reference, kind as ReferenceKind)) ?? [];
  return found && { noun: found[0], page: `${found[1]}/${reference}` };
}

/** Which page shows a thing, by the kind of its stream. Match and experts are shown with their award, scores with their round. */
const pages: Readonly<Record<string, string>> = {
  award: '/awards', match: '/awards', assignment: '/awards', dayslog: '/awards', delivery: '/awards',
  funding: '/fundings', milestones: '/programmes', costs: '/programmes',
  cohort: '/cohorts', framework: '/frameworks', payment: '/payments', programme: '/programmes', evaluation: '/programmes',
  round: '/rounds', assessment: '/rounds', application: '/applications', organisation: '/organisations', saving: '/savings',
};
/** One's own account shows what one lent and issued; people in general are for administrators to see. */
const places: Readonly<Record<string, string>> = { person: '/account', role: '/roles' };

/** The page of a thing; home for what has no page of its own yet. */
export function pageOfThing(category: string, reference: string): string {
  // Whoever waits stands on the page of a cohort, and on a page of its own under a round.
  if (category === 'queue') return isReference(reference, 'CH') ? `/cohorts/${reference}` : `/rounds/${reference}/waiting-list`;
  const page = pages[category];
  return page === undefined ? (places[category] ?? '/') : `${page}/${reference}`;
}

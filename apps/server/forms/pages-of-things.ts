/** Which page shows a thing, by the kind of its stream. Match and experts are shown with their award, scores with their round. */
const pages: Readonly<Record<string, string>> = {
  award: '/awards', match: '/awards', assignment: '/awards', payment: '/payments', programme: '/programmes', evaluation: '/programmes',
  round: '/rounds', assessment: '/rounds', application: '/applications', saving: '/savings',
};
/** One's own account shows what one lent and issued; people in general are for administrators to see. */
const places: Readonly<Record<string, string>> = { person: '/account', role: '/roles' };

/** The page of a thing; home for what has no page of its own yet. */
export function pageOfThing(category: string, reference: string): string {
  const page = pages[category];
  return page === undefined ? (places[category] ?? '/') : `${page}/${reference}`;
}

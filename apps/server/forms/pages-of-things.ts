/** Which page shows a thing, by the kind of its stream. Match is shown with its award. */
const pages: Readonly<Record<string, string>> = { award: '/awards', match: '/awards', payment: '/payments', programme: '/programmes', evaluation: '/programmes' };

/** The page of a thing; home for what has no page of its own yet. */
export function pageOfThing(category: string, reference: string): string {
  const page = pages[category];
  return page === undefined ? '/' : `${page}/${reference}`;
}

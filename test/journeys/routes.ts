/** A page in one of its states: who looks, at what, and what is to be seen. */
export interface Route {
  readonly name: string;
  readonly path: string;
  readonly role: string;
  readonly status: number;
  /** The heading. */
  readonly heading: RegExp;
}

const as = (role: string) => (name: string, path: string, heading: RegExp, status = 200): Route => ({ name, path, role, status, heading });
const manager = as('Programme manager');
const officer = as('Programme officer');
const finance = as('Finance officer');
const auditor = as('Auditor');
const secretary = as('Secretary to the board');

/** Every page, full, empty, wrong and past. A page that is not here is not looked at, so a test compares this with the routes. */
export const routes: readonly Route[] = [
  manager('home', '/', /What needs you/),
  auditor('home, with nothing to do', '/', /What needs you/),
  manager('programmes', '/programmes', /Programmes/),
  manager('programme', '/programmes/FUTURE', /Future Councils Programme/),
  manager('programmes before there were any', '/programmes?known-at=2012-01-01', /Programmes/),
  manager('awards', '/awards', /Awards/),
  manager('awards of one stage', '/awards?stage=recommended', /Awards/),
  manager('awards, none that fits', '/awards?stage=declined', /Awards/),
  manager('award', '/awards/AW-2012-002', /East Riding of Yorkshire Council/),
  manager('award that waits for approval', '/awards/AW-2015-001', /Northmere District Council/),
  manager('award in the past', '/awards/AW-2012-004?known-at=2012-06-12', /Birmingham City Council/),
  manager('award before it was there', '/awards/AW-2012-004?known-at=2012-01-20', /did not exist then/, 404),
  manager('award at a date that does not exist', '/awards/AW-2012-004?known-at-day=31&known-at-month=4&known-at-year=2012', /Birmingham City Council/, 400),
  manager('award pinned to an event', '/awards/AW-2012-004/at/60', /Birmingham City Council/),
  manager('payments', '/payments', /Payments/),
  manager('payments, none that fits', '/payments?stage=cancelled', /Payments/),
  finance('payment', '/payments/PY-2012-001', /Payment to/),
  auditor('ledger', '/ledger', /Ledger/),
  auditor('ledger before anything was posted', '/ledger?known-at=2012-01-01', /Ledger/),
  auditor('account', '/ledger/B:Spent', /./),
  auditor('event', '/events/60', /./),
  auditor('event that has not happened', '/events/999999', /Page not found/, 404),
  manager('look up, nothing found', '/search?q=zzz', /Look up/),
  manager('form with kinds', '/awards/AW-2015-001/do/approve-award', /Approve award/),
  manager('form about a programme', '/programmes/DIGITAL/do/open-round', /Open round/),
  officer('form with a list', '/do/nominate', /Nominate/),
  secretary('form with choices', '/do/register-body', /Register body/),
  finance('form of a payment', '/payments/PY-2015-002/do/cancel-payment', /Cancel payment/),
  auditor('what may not be done', '/awards/AW-2015-001/do/approve-award', /You cannot do this/, 403),
  manager('no such page', '/nowhere', /Page not found/, 404),
  manager('accessibility statement', '/accessibility', /Accessibility statement/),
];

/** Pages for whoever has not signed in. */
export const publicRoutes: readonly Omit<Route, 'role'>[] = [
  { name: 'welcome', path: '/', status: 200, heading: /Tallystick/ },
  { name: 'sign in', path: '/sign-in', status: 200, heading: /Choose who you are/ },
  { name: 'accessibility statement', path: '/accessibility', status: 200, heading: /Accessibility statement/ },
  { name: 'no such page', path: '/nowhere', status: 404, heading: /Page not found/ },
];

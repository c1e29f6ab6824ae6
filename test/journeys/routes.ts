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
const recipient = as('Recipient');
const assessor = as('Assessor');
const secretary = as('Secretary to the board');
const administrator = as('Administrator');

/** Every page, full, empty, wrong and past. A page that is not here is not looked at, so a test compares this with the routes. */
export const routes: readonly Route[] = [
  manager('home', '/', /What needs you/),
  auditor('home, with nothing to do', '/', /What needs you/),
  manager('programmes', '/programmes', /Programmes/),
  manager('programme', '/programmes/FUTURE', /Future Councils Programme/),
  manager('programmes before there were any', '/programmes?known-at=2012-01-01', /Programmes/),
  manager('programme with targets and savings', '/programmes/PRODEXP', /Productivity Experts/),
  manager('programme as of a day', '/programmes/PRODEXP?as-of=2017-03-31', /Productivity Experts/),
  manager('experts of a programme', '/programmes/PRODEXP/experts', /Experts of Productivity Experts/),
  manager('experts, none yet', '/programmes/FUTURE/experts', /Experts of Future Councils/),
  manager('round with criteria and a ranking', '/rounds/RD-2016-002', /Phase 2, 2016\/17/),
  manager('round without criteria', '/rounds/RD-2017-001', /2017\/18/),
  auditor('round in the past, on both clocks', '/rounds/RD-2016-002?known-at=2016-09-06&as-of=2016-09-01', /Phase 2, 2016\/17/),
  manager('form with criteria', '/rounds/RD-2017-001/do/set-criteria', /Set criteria/),
  manager('applications', '/applications', /Applications/),
  manager('applications, none that fits', '/applications?stage=withdrawn', /Applications/),
  auditor('application with its scores', '/applications/AP-2016-001', /Brighton and Hove City Council/),
  recipient('application without its scores', '/applications/AP-2016-001', /Brighton and Hove City Council/),
  assessor('form with scores', '/applications/AP-2016-005/do/assess-application', /Assess application/),
  auditor('savings', '/savings', /Savings/),
  auditor('savings that do not add up', '/savings?forecast=yes&lifetime=yes', /Savings/),
  auditor('savings, none that fits', '/savings?programme=FUTURE', /Savings/),
  auditor('saving', '/savings/SV-2017-003', /Cashable savings of Leeds City Council/),
  auditor('saving over a lifetime', '/savings/SV-2017-002', /Savings or income of PRODEXP/),
  officer('form about a saving', '/savings/SV-2017-004/do/claim-saving', /Claim saving/),
  manager('awards', '/awards', /Awards/),
  manager('awards as of a day', '/awards?as-of=2016-12-31', /Awards/),
  manager('awards at a day that does not exist', '/awards?as-of-day=31&as-of-month=4&as-of-year=2015', /Awards/, 400),
  manager('award with a split match', '/awards/AW-2016-021', /Tunbridge Wells Borough Council/),
  manager('award as of a day', '/awards/AW-2016-021?as-of=2016-12-31', /Tunbridge Wells Borough Council/),
  manager('awards of one stage', '/awards?stage=recommended', /Awards/),
  manager('awards, none that fits', '/awards?stage=declined', /Awards/),
  manager('award', '/awards/AW-2012-002', /East Riding of Yorkshire Council/),
  manager('award that waits for approval', '/awards/AW-2014-001', /Northmere District Council/),
  manager('award in the past', '/awards/AW-2012-004?known-at=2012-06-12', /Birmingham City Council/),
  manager('award before it was there', '/awards/AW-2012-004?known-at=2012-01-20', /did not exist then/, 404),
  manager('award at a date that does not exist', '/awards/AW-2012-004?known-at-day=31&known-at-month=4&known-at-year=2012', /Birmingham City Council/, 400),
  manager('award pinned to an event', '/awards/AW-2012-004/at/200', /Birmingham City Council/),
  manager('payments', '/payments', /Payments/),
  manager('payments, none that fits', '/payments?stage=cancelled', /Payments/),
  finance('payment', '/payments/PY-2012-001', /Payment to/),
  auditor('ledger', '/ledger', /Ledger/),
  auditor('ledger before anything was posted', '/ledger?known-at=2012-01-01', /Ledger/),
  auditor('account', '/ledger/B:Spent', /./),
  auditor('event', '/events/60', /./),
  auditor('event that has not happened', '/events/999999', /Page not found/, 404),
  manager('look up, nothing found', '/search?q=zzz', /Look up/),
  manager('form with kinds', '/awards/AW-2014-001/do/approve-award', /Approve award/),
  manager('form about a programme', '/programmes/DIGITAL/do/open-round', /Open round/),
  officer('form with a list', '/do/nominate', /Nominate/),
  secretary('form with choices', '/do/register-body', /Register body/),
  finance('form of a payment', '/payments/PY-2015-002/do/cancel-payment', /Cancel payment/),
  auditor('what may not be done', '/awards/AW-2014-001/do/approve-award', /You cannot do this/, 403),
  administrator('people', '/people', /People/),
  auditor('people on a day', '/people?as-of=2015-06-30&role=secretary', /People/),
  auditor('people before anybody was registered', '/people?known-at=@1', /People/),
  administrator('register a person', '/people/register', /Register a person/),
  administrator('person', '/people/demo-finance-officer', /finance officer/i),
  auditor('person whom nobody registered', '/people/nobody', /Page not found/, 404),
  administrator('form about a person', '/people/demo-auditor-2/do/grant-role', /Grant role/),
  administrator('roles', '/roles', /Roles and what each may do/),
  administrator('form about a role', '/roles/auditor/do/give-permission', /Give permission/),
  auditor('access log', '/audit/access', /Access log/),
  auditor('access log, nothing of that kind', '/audit/access?outcome=overtaken', /Access log/),
  administrator('operations', '/operations', /Operations/),
  auditor('operations, to read only', '/operations?told=asked', /Operations/),
  auditor('journals in the background', '/ledger/exports', /Journals in the background/),
  auditor('journals in the background, of a moment', '/ledger/exports?known-at=2016-09-06', /Journals in the background/),
  manager('my account', '/account', /My account/),
  manager('which role', '/account/role', /Which role do you act in/),
  manager('issue a token', '/account/tokens', /Issue a token/),
  manager('passphrase, where nobody has one', '/account/passphrase', /Page not found/, 404),
  manager('lend a role', '/do/delegate-role?role=programme-manager', /Delegate role/),
  manager('form whose words are not kept any more', '/do/delegate-role?kept=gone', /Delegate role/),
  manager('no such page', '/nowhere', /Page not found/, 404),
  manager('accessibility statement', '/accessibility', /Accessibility statement/),
];

/** Pages for whoever has not signed in. */
export const publicRoutes: readonly Omit<Route, 'role'>[] = [
  { name: 'welcome', path: '/', status: 200, heading: /Tallystick/ },
  { name: 'sign in', path: '/sign-in', status: 200, heading: /Choose who you are/ },
  { name: 'sign in again, with a form that is kept', path: '/sign-in?back=%2Fdo%2Fnominate%3Fkept%3Dabc', status: 200, heading: /Choose who you are/ },
  { name: 'link that was used', path: '/invitation/used', status: 404, heading: /Page not found/ },
  { name: 'link of the console that was used', path: '/first-administrator/used', status: 404, heading: /Page not found/ },
  { name: 'accessibility statement', path: '/accessibility', status: 200, heading: /Accessibility statement/ },
  { name: 'kind of problem that programs meet', path: '/problems/overtaken', status: 200, heading: /Others kept changing/ },
  { name: 'refusal that programs meet', path: '/problems/approve-award/over-delegated-limit', status: 200, heading: /Over delegated limit/ },
  { name: 'no such page', path: '/nowhere', status: 404, heading: /Page not found/ },
];

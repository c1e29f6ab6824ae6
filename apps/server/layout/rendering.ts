import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { roles } from '#domain/people';
import type { PublishedAssets } from '../assets/published-assets.js';
import { link, may, samePage, type Visit } from '../visits/visit.js';
import type { Names } from './names.js';
import { permissionInWords } from './permissions.js';
import type { Page } from './reply.js';
import { atInWords, inPounds, inWords, roleInWords } from './words.js';

const { SafeString } = nunjucks.runtime;
const here = dirname(fileURLToPath(import.meta.url));
const kit = dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json')));
const kitTemplates = join(kit, 'dist');

/** The design system's page has one inline script. Its hash in the content policy lets it run, and nothing else. */
export function inlineScriptHash(): string {
  const source = readFileSync(join(kitTemplates, 'govuk', 'template.njk'), 'utf8');
  const [, script] = /<script \{%-[^>]*?%\}>([^<]+)<\/script>/.exec(source) ?? [];
  if (script === undefined) throw new Error('The inline script of the page template was not found: look at the new version of govuk-frontend');
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

const places = [
  { text: 'Home', href: '/', permission: 'register:read' },
  { text: 'Programmes', href: '/programmes', permission: 'register:read' },
  { text: 'Organisations', href: '/organisations', permission: 'register:read' },
  { text: 'Awards', href: '/awards', permission: 'register:read' },
  { text: 'Payments', href: '/payments', permission: 'register:read' },
  { text: 'Savings', href: '/savings', permission: 'register:read' },
  { text: 'Ledger', href: '/ledger', permission: 'ledger:read' },
] as const;

export interface Stationery {
  readonly names: Names;
  readonly kind: 'demonstration' | 'live';
  readonly assets: PublishedAssets;
}

/** Draws pages: the layout around every one of them is filled here and nowhere else. */
export class Rendering {
  readonly #environment: nunjucks.Environment;

  constructor(private readonly stationery: Stationery) {
    this.#environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([join(here, '..'), kitTemplates]), { autoescape: true, throwOnUndefined: false });
    const words = { permission: permissionInWords, pounds: inPounds, day: inWords, moment: atInWords, role: roleInWords, person: (id: string) => stationery.names.called(id) };
    for (const [name, filter] of Object.entries(words)) this.#environment.addFilter(name, filter);
    // Nunjucks' own trims with a pattern that walks every run of blanks: two thirds of the time of a page went there.
    this.#environment.addFilter('trim', (text: unknown) => (text instanceof SafeString ? new SafeString(String(text).trim()) : String(text).trim()));
    this.#environment.addGlobal('asset', (name: string) => stationery.assets.addressOf(name));
  }

  draw(page: Page, visit: Visit): string {
    const { session, pastTrouble, soOn, soOnTrouble } = visit;
    const past = page.past ?? visit.past;
    const seen = { ...visit, past, path: page.present ?? visit.path };
    const clocks = [{ field: 'known-at', trouble: pastTrouble }, { field: 'as-of', trouble: soOnTrouble }];
    const unread = clocks.flatMap(({ field, trouble }) => (trouble ? [{ field, message: trouble.message, anchor: `${field}-day` }] : []));
    const problems = [...(page.problems ?? []), ...unread];
    return this.#environment.render(page.template, {
      ...page.model,
      title: page.title,
      page: { ...page, problems },
      visit: { path: seen.path, past, pastTrouble, soOn, soOnTrouble, query: visit.query },
      visitor: session && { role: session.role, title: roles[session.role].title, name: session.name, others: session.roles.length > 1, mayPeople: session.may.has('people:read'), mayOperations: session.may.has('operations:read') },
      demonstration: this.stationery.kind === 'demonstration',
      navigation: session ? this.#navigation(seen) : [],
      today: (past ?? soOn) && samePage(seen, { 'known-at': undefined, 'as-of': undefined }),
      link: (address: string) => link(seen, address),
      format: (ending: string) => samePage({ ...seen, path: `${seen.path}.${ending}` }, { page: undefined }),
    });
  }

  #navigation(visit: Visit): readonly { text: string; href: string; active: boolean }[] {
    return places
      .filter(({ permission }) => may(visit, permission))
      .map(({ text, href }) => ({ text, href: link(visit, href), active: href === '/' ? visit.path === '/' : visit.path.startsWith(href) }));
  }
}

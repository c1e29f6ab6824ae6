import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { roles } from '#platform/access';
import type { PublishedAssets } from '../assets/published-assets.js';
import { link, samePage, type Visit } from '../visits/visit.js';
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
  { text: 'Awards', href: '/awards', permission: 'register:read' },
  { text: 'Payments', href: '/payments', permission: 'register:read' },
  { text: 'Ledger', href: '/ledger', permission: 'ledger:read' },
] as const;

export interface Stationery {
  readonly kind: 'demonstration' | 'live';
  readonly assets: PublishedAssets;
}

/** Draws pages: the layout around every one of them is filled here and nowhere else. */
export class Rendering {
  readonly #environment: nunjucks.Environment;

  constructor(private readonly stationery: Stationery) {
    this.#environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([join(here, '..'), kitTemplates]), { autoescape: true, throwOnUndefined: false });
    const words = { pounds: inPounds, day: inWords, moment: atInWords, role: roleInWords };
    for (const [name, filter] of Object.entries(words)) this.#environment.addFilter(name, filter);
    // Nunjucks' own trims with a pattern that walks every run of blanks: two thirds of the time of a page went there.
    this.#environment.addFilter('trim', (text: unknown) => (text instanceof SafeString ? new SafeString(String(text).trim()) : String(text).trim()));
    this.#environment.addGlobal('asset', (name: string) => stationery.assets.addressOf(name));
  }

  draw(page: Page, visit: Visit): string {
    const { session, pastTrouble } = visit;
    const past = page.past ?? visit.past;
    const seen = { ...visit, past, path: page.present ?? visit.path };
    const problems = [...(page.problems ?? []), ...(pastTrouble ? [{ field: 'known-at', message: pastTrouble.message, anchor: 'known-at-day' }] : [])];
    return this.#environment.render(page.template, {
      ...page.model,
      title: page.title,
      page: { ...page, problems },
      visit: { path: seen.path, past, pastTrouble, query: visit.query },
      visitor: session && { role: session.role, title: roles[session.role].title, may: roles[session.role].may },
      demonstration: this.stationery.kind === 'demonstration',
      navigation: session ? this.#navigation(seen) : [],
      today: past && samePage(seen, { 'known-at': undefined }),
      link: (address: string) => link(seen, address),
      format: (ending: string) => samePage({ ...seen, path: `${seen.path}.${ending}` }, { page: undefined }),
    });
  }

  #navigation(visit: Visit): readonly { text: string; href: string; active: boolean }[] {
    const may: readonly string[] = visit.session ? roles[visit.session.role].may : [];
    return places
      .filter(({ permission }) => may.includes(permission))
      .map(({ text, href }) => ({ text, href: link(visit, href), active: href === '/' ? visit.path === '/' : visit.path.startsWith(href) }));
  }
}

import type { Problem } from '#kernel';
import type { Past } from '../visits/visit.js';

/** What a page is, before it is drawn: a template, what the template takes, and what the browser is told. */
export interface Page {
  readonly kind: 'page';
  readonly template: string;
  readonly title: string;
  readonly model: object;
  readonly status?: number;
  /** Shown above everything, and in the title: "Error: …". */
  readonly problems?: readonly ShownProblem[];
  /** Said at the top after something was done. */
  readonly done?: string | undefined;
  /** The page never changes: an address that names its position. */
  readonly permanent?: boolean;
  /** The moment that the page shows, when its address says so otherwise than by known-at. */
  readonly past?: Past | undefined;
  /** The page is about money or status: it can show the position at a business date, and offers to. */
  readonly takesAsOf?: boolean;
  /** The page's own address in the present, when it is another: where "Return to today" and the date control lead. */
  readonly present?: string;
  /** Where the visitor is, from the top. */
  readonly trail?: readonly Crumb[];
  /** The same content for programs: endings of the page's address. */
  readonly formats?: readonly ('csv' | 'json')[];
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Crumb {
  readonly text: string;
  readonly href: string;
}
/** A problem with the id of the box that it is about. */
export interface ShownProblem extends Problem {
  readonly anchor?: string;
}

/** Go there with a GET: after something was done. */
export interface SeeOther {
  readonly kind: 'see-other';
  readonly location: string;
  readonly cookie?: string;
}

/** A file: the same content for programs. */
export interface Download {
  readonly kind: 'download';
  readonly type: string;
  /** In pieces where it is too large to hold. */
  readonly body: string | Buffer | AsyncIterable<string | Buffer>;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Reply = Page | SeeOther | Download;

/** A template and the type of what it takes: declared once, beside the page. `file` is relative to apps/server. */
export const template =
  <Model extends object>(file: string) =>
  (title: string, model: Model, more: Omit<Page, 'kind' | 'template' | 'title' | 'model'> = {}): Page => ({ kind: 'page', template: file, title, model, ...more });

export const seeOther = (location: string, cookie?: string): SeeOther => ({ kind: 'see-other', location, ...(cookie === undefined ? {} : { cookie }) });

import type { Response } from 'supertest';
import { signedIn, type OpenHouse } from './open-house.js';

/** What a page says, without its markup. */
export const said = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A day as a form asks for it. */
export function dayTyped(on: string, field = 'on'): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${field}-day`]: String(Number(day)), [`${field}-month`]: String(Number(month)), [`${field}-year`]: year };
}

interface Sent {
  readonly status: number;
  readonly said: string;
  readonly location: string;
}

/** Visitors of a house, each signed in once: signing in again and again would be held back. */
export function deskIn(house: () => OpenHouse) {
  const visitors = new Map<string, ReturnType<typeof signedIn>>();
  const as = (role: string): ReturnType<typeof signedIn> => {
    const visitor = visitors.get(role) ?? signedIn(house(), role);
    visitors.set(role, visitor);
    return visitor;
  };
  const get = async (path: string, role = 'auditor'): Promise<Response> => (await as(role)).get(path);
  return {
    as,
    get,
    read: async (path: string, role = 'auditor'): Promise<string> => said((await get(path, role)).text),
    /** Commands that a page offers to a role, as its links write them. */
    async offered(path: string, role: string): Promise<readonly string[]> {
      const { text } = await get(path, role);
      return [...new Set([...text.matchAll(/\/do\/([a-z-]+)[?"]/g)].map(([, command]) => command ?? ''))];
    },
    /** Sends a form; done where it leads to a page. */
    async send(role: string, address: string, words: Readonly<Record<string, string>>): Promise<Sent> {
      const { status, text, headers } = await (await as(role)).post(address).type('form').send(words);
      return { status, said: said(text), location: headers['location'] ?? '' };
    },
  };
}

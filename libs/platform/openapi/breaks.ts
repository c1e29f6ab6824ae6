import type { Part } from './parts.js';
import { isPart, part, parts, resolved } from './read-parts.js';
import { schemaBreaks, type Documents } from './schema-breaks.js';

/** What somebody who relies on the first document would run into with the second: one sentence each, none when all still works. */
export function breaksOf(before: Part, after: Part): readonly string[] {
  const documents = { before, after };
  return Object.entries(part(before['paths'])).flatMap(([path, methods]) =>
    Object.entries(part(methods)).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const now = part(part(after['paths'])[path])[method];
      return isPart(now) ? operationBreaks(name, part(operation), now, documents) : [`${name} is gone`];
    }),
  );
}

function operationBreaks(name: string, before: Part, after: Part, documents: Documents): string[] {
  const permission = before['x-permission'] === after['x-permission'] ? [] : [`${name} takes another permission: ${String(after['x-permission'])}`];
  const body = (operation: Part): Part => part(part(part(part(operation['requestBody'])['content'])['application/json'])['schema']);
  return [
    ...permission,
    ...parameterBreaks(name, before, after, documents),
    ...schemaBreaks({ place: name, sent: true }, body(before), body(after), documents),
    ...answerBreaks(name, before, after, documents),
  ];
}

function parameterBreaks(name: string, before: Part, after: Part, documents: Documents): string[] {
  const named = (operation: Part, document: Part): Map<string, Part> =>
    new Map(parts(operation['parameters']).map((each) => resolved(each, document)).map((each) => [String(each['name']), each]));
  const [was, is] = [named(before, documents.before), named(after, documents.after)];
  const lost = [...was].flatMap(([key, parameter]) => {
    const now = is.get(key);
    return now ? schemaBreaks({ place: `${name}: ${key}`, sent: true }, part(parameter['schema']), part(now['schema']), documents) : [`${name} no longer takes ${key}`];
  });
  const wanted = [...is].filter(([key, { required }]) => required === true && was.get(key)?.['required'] !== true).map(([key]) => `${name} now needs ${key}`);
  return [...lost, ...wanted];
}

function answerBreaks(name: string, before: Part, after: Part, documents: Documents): string[] {
  const now = part(after['responses']);
  return Object.entries(part(before['responses'])).flatMap(([status, response]) => {
    if (!isPart(now[status])) return [`${name} no longer answers ${status}`];
    const [was, is] = [resolved(part(response), documents.before), resolved(part(now[status]), documents.after)];
    return Object.entries(part(was['content'])).flatMap(([type, media]) => {
      const other = part(is['content'])[type];
      if (!isPart(other)) return [`${name} no longer answers ${status} as ${type}`];
      const schema = (of: unknown): Part => part(part(of)['schema']);
      return schemaBreaks({ place: `${name} answers ${status}`, sent: false }, schema(media), schema(other), documents);
    });
  });
}

/** Whether the version was raised far enough for a break: the first number, or the second while the first is 0. */
export function mayBreak(from: string, to: string): boolean {
  const [was, is] = [from, to].map((version) => version.split('.').map(Number));
  const [major = 0, minor = 0] = was ?? [];
  const [newMajor = 0, newMinor = 0] = is ?? [];
  return newMajor > major || (newMajor === 0 && major === 0 && newMinor > minor);
}

/** The breaks between two written documents that the second one's version does not allow. */
export function breaksBetween(before: string, after: string): readonly string[] {
  const [was, is] = [part(JSON.parse(before)), part(JSON.parse(after))];
  const versionOf = (document: Part): string => String(part(document['info'])['version']);
  return mayBreak(versionOf(was), versionOf(is)) ? [] : breaksOf(was, is);
}

import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { commands } from '#domain';
import { fieldsOf } from '#kernel';
import { apiVersion, breaksBetween, clockWords, openApiOf, openApiText } from '#platform/openapi';
import { questions } from '#views';

const committed = 'docs/catalogue/openapi.json';

describe("the API's document", () => {
  it('is right by the rules of a linter that we did not write', async () => {
    const config = await createConfig({ extends: ['recommended'], rules: { 'info-license-strict': 'error', 'operation-operationId-unique': 'error', 'no-unused-components': 'error' } });
    const problems = await lintFromString({ source: openApiText(commands, questions), absoluteRef: committed, config });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`)).toEqual([]);
  });

  it('holds an address for every command and every question, and no question calls a field as a clock is called', () => {
    const paths = Object.keys(openApiOf(commands, questions)['paths'] as object);
    expect(paths.filter((path) => path.startsWith('/commands/'))).toHaveLength(commands.length);
    expect(paths.filter((path) => path.startsWith('/questions/'))).toHaveLength(questions.length);
    const taken = questions.filter(({ input }) => clockWords.some((word) => fieldsOf(input).has(word)));
    expect(taken.map(({ name }) => name)).toEqual([]);
  });

  it('breaks nobody who relies on the committed one, unless its version was raised', () => {
    expect(breaksBetween(readFileSync(committed, 'utf8'), openApiText(commands, questions))).toEqual([]);
  });

  it('is committed as the declarations say it; after a change run: npm run -s tally -- catalogue', () => {
    expect(readFileSync(committed, 'utf8')).toBe(openApiText(commands, questions));
  });

  it('asks for what an address can hold: no question takes a list or a group', () => {
    const widgets = questions.flatMap(({ name, input }) => [...fieldsOf(input)].map(([field, { widget }]) => `${name} ${field} ${widget}`));
    expect(widgets.filter((each) => /(group|list|one-of)$/.test(each))).toEqual([]);
  });

  it('has the version of the newest entry in the changelog of docs/api.md', () => {
    const [, newest] = /^### (\d+\.\d+\.\d+)/m.exec(readFileSync('docs/api.md', 'utf8')) ?? [];
    expect(newest).toBe(apiVersion);
  });
});

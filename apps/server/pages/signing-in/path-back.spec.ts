import { pathBack } from './path-back.js';

describe('where signing in leads to', () => {
  it.each(['/', '/awards/AW-2012-001?known-at=2012-06-12', '/do/nominate?kept=abc', '/search?q=caf%C3%A9'])('%s is a page of ours', (path) => {
    expect(pathBack(path)).toBe(path);
  });

  it.each([
    'https://bad.example', '//bad.example', '/\\bad.example', '/\t/bad.example', '\t//bad.example', '/a\r\nSet-Cookie: x=y', '/a\nb', 'javascript:alert(1)', '', 'awards',
    '/sign-out', '/sign-in?back=/', '/café',
  ])('%j is not', (path) => {
    expect(pathBack(path)).toBeUndefined();
  });
});

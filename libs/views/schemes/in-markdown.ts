import { showDate, toDate } from '#kernel';
import type { SchemeInWords } from './scheme-page.js';

/** Names and questions are anybody's words: none may make a heading, a link or a picture of itself. */
const plain = (words: string): string => words.replace(/[\\`*_[\]<>#|]/g, '\\$&');
/** A number at the head of a sentence stays the number that it is. */
const item = (sentence: string): string => (/^\d+\. /.test(sentence) ? plain(sentence) : `- ${plain(sentence)}`);

/** The terms as a page of Markdown, for documents and for whoever reads without a browser. */
export function inMarkdown({ of, name, version, since, sections, versions }: SchemeInWords): string {
  const heading = [`# ${plain(name)}`, `The terms of ${of}, version ${version}, since ${showDate(toDate(since))}.`];
  const terms = sections.flatMap(({ heading: about, sentences }) => [`## ${about}`, sentences.map(item).join('\n')]);
  const earlier = versions.length < 2 ? [] : ['## Versions', versions.map((each) => item(changeInWords(each))).join('\n')];
  return `${[...heading, ...terms, ...earlier].join('\n\n')}\n`;
}

/** "Version 2, 1 May 2014: Prices rose. Changed: money." */
export function changeInWords({ version, since, reason, changed }: SchemeInWords['versions'][number]): string {
  const why = reason === null ? '' : `: ${reason}`;
  return `Version ${version}, ${showDate(toDate(since))}${why}.${changed.length === 0 ? '' : ` Changed: ${changed.join(', ')}.`}`;
}

/** Words of a name as they are looked for: small letters without accents, each once. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
  const plain = texts.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))].slice(0, mostWords);
}
/** Of one thing: a title is a line, not an essay. */
const mostWords = 60;

const longest = 200;

/** A file's name as it is kept for ever: without the folders of somebody's disk, and without letters that cannot be printed or mislead. */
export function fileNameOf(sent: string): string {
  const own = sent.slice(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
  const name = own
    .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();
  if (name.length <= longest) return name === '' ? 'file' : name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return `${name.slice(0, longest - ending.length).replace(/[\ud800-\udbff]$/, '')}${ending}`; // never half of a character
}

/** RFC 6266: the name for every browser, in letters of ASCII, and as it is, for those that can read it (RFC 8187). */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** A size as people say it: "850 bytes", "1,204 kilobytes". */
export const sizeInWords = (bytes: number): string => (bytes < 1_024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1_024).toLocaleString('en-GB')} kilobytes`);

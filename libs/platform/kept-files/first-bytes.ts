/** What a file is, as its first bytes tell: its name may say anything. */
export type FirstBytes = 'pdf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'zip' | 'ole' | 'rtf' | 'text' | 'other';

const hex = (bytes: string): Buffer => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const signatures: readonly (readonly [Exclude<FirstBytes, 'webp' | 'pdf' | 'text' | 'other'>, Buffer])[] = [
  ['png', hex('89 50 4e 47 0d 0a 1a 0a')],
  ['jpeg', hex('ff d8 ff')],
  ['gif', Buffer.from('GIF8')],
  ['zip', hex('50 4b 03 04')], // documents of LibreOffice and of today's Office
  ['ole', hex('d0 cf 11 e0 a1 b1 1a e1')], // documents of Office before 2007
  ['rtf', Buffer.from('{\\rtf')],
];
/** ISO 32000-2 wants "%PDF-" at the beginning; readers look for it in the first kilobyte, and so do we. */
const pdfWithin = 1_024;
const begins = (head: Uint8Array, signature: Buffer): boolean => signature.equals(Buffer.from(head.subarray(0, signature.length)));

/** Tells a file by how it begins; two kilobytes are enough. */
export function firstBytesOf(head: Uint8Array): FirstBytes {
  const known = signatures.find(([, signature]) => begins(head, signature));
  if (known) return known[0];
  const bytes = Buffer.from(head);
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (bytes.subarray(0, pdfWithin).includes('%PDF-')) return 'pdf';
  const isWide = begins(head, hex('ff fe')) || begins(head, hex('fe ff')); // spreadsheets write text in UTF-16, too
  return isWide || !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(bytes.toString('latin1')) ? 'text' : 'other';
}

/** Types that a browser shows and that carry nothing to run; the rest is handed out as bytes. */
const harmless: Partial<Record<FirstBytes, string>> = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' };
export const typeOf = (head: Uint8Array): string => harmless[firstBytesOf(head)] ?? 'application/octet-stream';

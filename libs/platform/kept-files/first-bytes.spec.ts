import { firstBytesOf, typeOf } from './first-bytes.js';

describe('what a file is by its first bytes', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\xef\xbb\xbf  %PDF-1.4', 'pdf'],
    ['\x89PNG\r\n\x1a\n....', 'png'],
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['GIF89a', 'gif'],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'webp'],
    ['PK\x03\x04\x14\0', 'zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['Row,Amount\r\nLand,1\r\n', 'text'],
    ['\xff\xfeR\0o\0w\0', 'text'],
    ['MZ\x90\0\x03', 'other'],
    ['\x7fELF\x02\x01', 'other'],
    ['PK\x05\x06', 'other'],
  ])('%j', (head, kind) => expect(firstBytesOf(Buffer.from(head, 'latin1'))).toBe(kind));

  it('tells a browser only types that carry nothing to run', () => {
    expect(typeOf(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
    for (const head of ['<!doctype html><script>', '<svg onload=""/>', 'PK\x03\x04', 'MZ\0'])
      expect(typeOf(Buffer.from(head))).toBe('application/octet-stream');
  });
});

import { asAttachment, fileNameOf } from './file-name.js';

describe('the name of a file that somebody sent', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    [['C:', 'Users', 'jo', 'plan.pdf'].join('\\'), 'plan.pdf'],
    ['plan\r\nSet-Cookie: x.pdf', 'planSet-Cookie: x.pdf'],
    ['plan\u202efdp.exe', 'planfdp.exe'],
    ['\u200e\u200f\u061c\ufeffplan.pdf', 'plan.pdf'],
    ['\u200f', 'file'],
  ])('%j is kept as "%s": without folders, and without letters that cannot be printed or mislead', (sent, kept) => {
    expect(fileNameOf(sent)).toBe(kept);
  });

  it('is cut to 200 letters with its ending, never within one', () => {
    const name = fileNameOf(`${'😀'.repeat(150)}.pdf`);
    expect([name.length <= 200, name.endsWith('.pdf'), name.isWellFormed()]).toEqual([true, true, true]);
  });

  it('cannot end the header that carries it', () => expect(asAttachment('a"; filename=b\\.exe')).not.toMatch(/"[^"]*";.*"[^"]*"/));
});

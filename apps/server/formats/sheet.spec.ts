import { csvOf, jsonOf, type Sheet } from './sheet.js';

const sheet: Sheet<{ title: string; amount: number | null }> = {
  name: 'awards',
  columns: [
    { title: 'Title', of: 'title', kind: 'text' },
    { title: 'Amount (£)', of: 'amount', kind: 'money' },
  ],
  rows: [
    { title: 'Loyalty, reward and "thanks"', amount: 1_800_000 },
    { title: '=HYPERLINK("http://bad")', amount: -5 },
    { title: '@sum', amount: null },
    { title: '＝sum', amount: null },
  ],
  about: { position: 7 },
};

describe('a page for programs', () => {
  it('words that a spreadsheet would take for a formula are shown as words', () => {
    expect(csvOf(sheet).body).toBe(['Title,Amount (£)', '"Loyalty, reward and ""thanks""",18000.00', '"\'=HYPERLINK(""http://bad"")",-0.05', "'@sum,", "'＝sum,", ''].join('\r\n'));
  });

  it('JSON keeps pence and says what the rows stand for', () => {
    expect(JSON.parse(String(jsonOf(sheet).body))).toEqual({
      position: 7,
      rows: [
        { title: 'Loyalty, reward and "thanks"', amountMinor: 1_800_000 },
        { title: '=HYPERLINK("http://bad")', amountMinor: -5 },
        { title: '@sum', amountMinor: null },
        { title: '＝sum', amountMinor: null },
      ],
    });
  });

  it('a field that says already that it is in pence or hundredths of a day does not say so twice', () => {
    const help: Sheet<{ leftHundredths: number; valueMinor: number; days: number }> = {
      name: 'days',
      columns: [
        { title: 'Left', of: 'leftHundredths', kind: 'days' },
        { title: 'Value (£)', of: 'valueMinor', kind: 'money' },
        { title: 'Days', of: 'days', kind: 'days' },
      ],
      rows: [{ leftHundredths: 1_450, valueMinor: 725_000, days: 50 }],
      about: {},
    };
    expect(JSON.parse(String(jsonOf(help).body))).toEqual({ rows: [{ leftHundredths: 1_450, valueMinor: 725_000, daysHundredths: 50 }] });
    expect(csvOf(help).body).toBe('Left,Value (£),Days\r\n14.50,7250.00,0.50\r\n');
  });
});

import { pairs, table } from './table.js';

describe('a table in a terminal', () => {
  it('stands figures to the right and words to the left', () => {
    expect(table(['Name', 'Amount'], [['Leeds', '£1.00'], ['York', '£20.00']])).toBe(['Name   Amount', '-----  ------', 'Leeds   £1.00', 'York   £20.00'].join('\n'));
  });

  it('lets nobody steer the terminal, or turn the direction of writing, by the name that they chose', () => {
    const name = 'Ann\u001b[2J\u009b2J \u202etnediserP\r\n';
    expect(table(['Name'], [[name]])).toBe(['Name', '-----------------------', 'Ann�[2J�2J �tnediserP��'].join('\n'));
    expect(pairs([['Name', name]])).not.toMatch(/[\u001b\u009b\u202e\r]/);
  });
});

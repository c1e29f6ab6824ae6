import { faultInWords, withoutValues } from './fault-in-words.js';

/** What must never stand in a log, and the faults that would carry it there. */
const name = 'Jane Doe of Eastmere';

function jsonFault(): unknown {
  try {
    JSON.parse(`${name} typed this`);
  } catch (fault) {
    return fault;
  }
  throw new Error('that was no fault');
}

describe('a fault in the log', () => {
  it('keeps its kind and its place', () => {
    const shown = faultInWords(new RangeError('Page 0 does not exist'));
    expect(shown).toMatchObject({ type: 'RangeError', message: 'Page 0 does not exist' });
    expect(shown.at?.[0]).toMatch(/fault-in-words\.spec/);
  });

  it('does not keep what a parser could not read', () => {
    expect(JSON.stringify(faultInWords(jsonFault()))).not.toContain('Jane');
  });

  it('does not keep the row, the parameters or the request that a driver hung on it', () => {
    const fault = Object.assign(new Error(`duplicate key value violates unique constraint "names": Key (name)=(${name}) already exists`), {
      code: '23505', detail: `Key (name)=(${name}) already exists.`, parameters: [name], request: { passphrase: 'correct horse' },
    });
    const shown = faultInWords(fault);
    expect(shown.code).toBe('23505');
    expect(JSON.stringify(shown)).not.toMatch(/Jane|correct horse/);
  });

  it('nor what lies in its cause, or in its stack where its first line repeats the message', () => {
    const fault = new Error('The log could not be read', { cause: new Error(`no row for 'person:0c7a' at postgres://app:s3cret@db/log`) });
    expect(JSON.stringify(faultInWords(fault))).not.toMatch(/0c7a|s3cret/);
    const typed = new Error(`first line\n${name} on the second`);
    expect(faultInWords(typed).at?.join('\n')).not.toContain('Jane');
  });

  it('ends where causes go round in a circle', () => {
    const fault = new Error('round');
    fault.cause = fault;
    expect(JSON.stringify(faultInWords(fault)).length).toBeLessThan(10_000);
  });

  it('says what kind of thing was thrown that is no error', () => {
    expect(faultInWords({ passphrase: 'correct horse' })).toEqual({ type: 'object', message: '' });
  });
});

describe('words without values', () => {
  it.each([
    ['award-AW-2012-004 lacks its version 3', 'award-… lacks its version 3'],
    ['Cannot GET /search?q=Jane', 'Cannot GET /search?…'],
    ['jane.doe@example.org was not found', '…@… was not found'],
    ["don't worry, it's fine", "don't worry, it's fine"],
    ['invalid input syntax for type integer: "Jane"', 'invalid input syntax for type integer: "…"'],
  ])('%s', (words, shown) => {
    expect(withoutValues(words)).toBe(shown);
  });
});

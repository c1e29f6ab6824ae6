import { readFileSync } from 'node:fs';
import { desk } from './testing/typed.js';

/** Pages in docs/schemes are what `tally scheme --markdown` says of these playbooks. */
const shown = [
  ['digital-experts', 'infra/demonstration/digital-experts.yaml', 'DIGEXP'],
  ['housing-offer', 'infra/demonstration/housing-offer.yaml', 'RD-2014-001'],
  ['warm-libraries', 'test/stories/unseen/warm-libraries.yaml', 'RD-2018-001'],
] as const;

describe('tally scheme', () => {
  const office = desk();
  afterAll(() => office.clear());

  it.each(shown)('says the terms of %s as the documents show them', async (page, playbook, of) => {
    const house = desk();
    try {
      expect(await house.type('play', playbook, '--demonstration')).toMatchObject({ exit: 0 });
      const { exit, out } = await house.type('scheme', of, '--markdown');
      expect(exit).toBe(0);
      expect(out).toBe(readFileSync(`docs/schemes/${page}.md`, 'utf8'));
    } finally {
      house.clear();
    }
  }, 120_000);

  it('says them in a terminal too, as they were known and as they were on a day, or as one document', async () => {
    await office.type('play', 'infra/demonstration/digital-programme.yaml', '--demonstration');
    expect((await office.type('scheme', 'DIGPROG')).out).toMatch(/^Digital Programme and LocalGov Digital \(DIGPROG\), version 1, since 7 January 2013\n\nWhat is given\n {2}Advice on digital services\. Nothing is awarded for it\.\n/);
    expect((await office.type('scheme', 'DIGPROG', '--json')).json()).toMatchObject({ of: 'DIGPROG', version: 1, terms: { support: [{ kind: 'advice' }] } });
    expect(await office.type('scheme', 'DIGPROG', '--as-of', '2013-01-06')).toMatchObject({ exit: 1 });
  }, 60_000);

  it('says what to do where there are no terms', async () => {
    const { exit, err } = await office.type('scheme', 'NONE');
    expect([exit, err]).toEqual([1, expect.stringContaining('A programme has terms once they are designed (DesignScheme)')]);
  });
});

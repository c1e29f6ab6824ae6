import { ada, ben, type OpenOffice } from './open-office.js';

const form = { path: '/awards/AW-2015-001/do/approve-award', words: { ceiling: '20,000.00', reason: 'Said “yes”\non Friday' } };

/** What kept forms do, wherever accounts are kept. */
export function keptFormsIn(open: OpenOffice): void {
  describe('what was typed when a session had ended', () => {
    it('is there for whoever typed it, also when the page is loaded again', async () => {
      const { forms } = (await open()).accounts;
      const id = await forms.keep(form, ada);
      expect(await forms.find(id, ada)).toEqual({ ...form, isOwn: true });
      expect(await forms.find(id, ada)).toEqual({ ...form, isOwn: true });
    });

    it('is not shown to anybody else who signs in there', async () => {
      const { forms } = (await open()).accounts;
      expect(await forms.find(await forms.keep(form, ada), ben)).toBeUndefined();
    });

    it('belongs to the first who comes for it where nobody knows whose it was', async () => {
      const { forms } = (await open()).accounts;
      const id = await forms.keep(form);
      expect(await forms.find(id, ben)).toEqual({ ...form, isOwn: false });
      expect(await forms.find(id, ada)).toBeUndefined();
    });

    it('never passes for one’s own where anybody may have typed it and sent the link, also when the page is loaded again', async () => {
      const { forms } = (await open()).accounts;
      const id = await forms.keep(form);
      expect([(await forms.find(id, ben))?.isOwn, (await forms.find(id, ben))?.isOwn]).toEqual([false, false]);
    });

    it('is gone after half a day', async () => {
      const { accounts: { forms }, pass } = await open();
      const id = await forms.keep(form, ada);
      pass(12 * 60);
      expect(await forms.find(id, ada)).toMatchObject(form);
      pass(0.001);
      expect(await forms.find(id, ada)).toBeUndefined();
    });

    it('makes room for newer ones: two hundred are kept', async () => {
      const { accounts: { forms }, pass } = await open();
      const ids: string[] = [];
      for (let i = 0; i < 205; i += 1) {
        pass(0.001);
        ids.push(await forms.keep(form, ada));
      }
      const found = await Promise.all(ids.map((id) => forms.find(id, ada)));
      expect(ids.filter((_, at) => found[at])).toEqual(ids.slice(5));
    });

    it('is not pushed out by what comes without a session', async () => {
      const { accounts: { forms }, pass } = await open();
      const id = await forms.keep(form, ada);
      for (let i = 0; i < 300; i += 1) {
        pass(0.001);
        await forms.keep(form);
      }
      expect(await forms.find(id, ada)).toMatchObject(form);
    });
  });
}

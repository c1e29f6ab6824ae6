import { toPerson } from '#kernel';
import { KeptForms } from './kept-forms.js';
import { openDatabase } from './schema.js';

const [ada, ben] = [toPerson('ada'), toPerson('ben')];
const form = { path: '/awards/AW-2015-001/do/approve-award', words: { ceiling: '20,000.00', reason: 'Said “yes”\non Friday' } };

function office() {
  let now = Date.parse('2026-11-21T09:00:00.000Z');
  const forms = new KeptForms(openDatabase(':memory:'), { now: () => new Date(now).toISOString() });
  return { forms, pass: (hours: number) => void (now += hours * 3_600_000) };
}

describe('what was typed when a session had ended', () => {
  it('is there for whoever typed it, also when the page is loaded again', () => {
    const { forms } = office();
    const id = forms.keep(form, ada);
    expect(forms.find(id, ada)).toEqual({ ...form, isOwn: true });
    expect(forms.find(id, ada)).toEqual({ ...form, isOwn: true });
  });

  it('is not shown to anybody else who signs in there', () => {
    const { forms } = office();
    expect(forms.find(forms.keep(form, ada), ben)).toBeUndefined();
  });

  it('belongs to the first who comes for it where nobody knows whose it was', () => {
    const { forms } = office();
    const id = forms.keep(form);
    expect(forms.find(id, ben)).toEqual({ ...form, isOwn: false });
    expect(forms.find(id, ada)).toBeUndefined();
  });

  it('never passes for one’s own where anybody may have typed it and sent the link, also when the page is loaded again', () => {
    const { forms } = office();
    const id = forms.keep(form);
    expect([forms.find(id, ben)?.isOwn, forms.find(id, ben)?.isOwn]).toEqual([false, false]);
  });

  it('is gone after half a day', () => {
    const { forms, pass } = office();
    const id = forms.keep(form, ada);
    pass(12);
    expect(forms.find(id, ada)).toMatchObject(form);
    pass(0.001);
    expect(forms.find(id, ada)).toBeUndefined();
  });

  it('makes room for newer ones: two hundred are kept', () => {
    const { forms, pass } = office();
    const ids = Array.from({ length: 205 }, () => (pass(0.001), forms.keep(form, ada)));
    expect(ids.filter((id) => forms.find(id, ada))).toEqual(ids.slice(5));
  });

  it('is not pushed out by what comes without a session', () => {
    const { forms, pass } = office();
    const id = forms.keep(form, ada);
    for (let i = 0; i < 300; i += 1) {
      pass(0.001);
      forms.keep(form);
    }
    expect(forms.find(id, ada)).toMatchObject(form);
  });
});

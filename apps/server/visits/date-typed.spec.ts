import { dateTyped } from './date-typed.js';

const typed = (day: string, month: string, year: string) => dateTyped({ 'known-at-day': day, 'known-at-month': month, 'known-at-year': year }, 'known-at');

describe('a date typed into three boxes', () => {
  it('is a date when the day exists', () => {
    expect(typed('12', '6', '2012')).toEqual({ ok: true, date: '2012-06-12', written: '2012-06-12' });
  });

  it('says which part is missing', () => {
    expect(typed('12', '', '2012')).toMatchObject({ ok: false, message: 'The date needs a month' });
  });

  it('says that the day does not exist', () => {
    expect(typed('30', '2', '2012')).toMatchObject({ ok: false, message: expect.stringContaining('30 2 2012 is not a date') as string });
  });

  it('is nothing when nothing was typed', () => {
    expect(typed('', ' ', '')).toBeUndefined();
  });
});

import { choice, count, decide, event, money, oneOf, optional, refuse, shapeOf, stream, text, variant, type CommandDeclaration, type Fields, type ShapeClass } from '#kernel';
import { breaksOf, mayBreak, openApiOf } from './index.js';

const Asked = event('Asked', { fields: {}, sentence: 'Asked' });
const box = stream('box', { events: { Asked }, initial: 0 }).evolvedBy({ Asked: (n) => n + 1 });

const usual: Fields = {
  name: text('Name', { max: 20 }),
  amount: money('Amount'),
  many: optional(count('How many', { min: 1, max: 9 })),
  colour: choice('Colour', { red: 'Red', blue: 'Blue' }),
  way: oneOf('Way', { road: variant({ by: text('By') }, 'by {by}'), rail: variant({}, 'by rail') }),
};
const usualRefusals = { 'box-is-full': 'This box is full', 'box-is-shut': 'This box is shut' };

/** The API of one command, as it is or with something else about it. */
function api(fields: Fields = usual, refusals: Readonly<Record<string, string>> = usualRefusals, permission: `${string}:${string}` = 'box:open', name = 'OpenBox') {
  const input: ShapeClass = shapeOf(fields);
  const full = decide(box, input, { summary: 'Open.', permission, ref: () => 'a', refusals: { no: 'No' }, rule: () => refuse('no') }) as CommandDeclaration;
  return openApiOf([{ ...full, name, refusals }], []);
}
const after = (changes: Record<string, Fields[string] | undefined>) => api(Object.fromEntries(Object.entries({ ...usual, ...changes }).filter((each): each is [string, Fields[string]] => each[1] !== undefined)));

describe('whoever relies on the API is not broken', () => {
  it('by nothing at all', () => expect(breaksOf(api(), api())).toEqual([]));
  it('by another command, a refusal more, or a field that may be left out', () => {
    expect(breaksOf(api(), after({ note: optional(text('Note')) }))).toEqual([]);
    expect(breaksOf(api(), api(usual, { ...usualRefusals, 'box-is-lost': 'This box is lost' }))).toEqual([]);
  });
  it('by looser bounds, another word or kind to choose, other labels, or a field that need no longer be sent', () => {
    expect(breaksOf(api(), after({ name: text('Full name', { max: 30, hint: 'As on the door' }), many: optional(count('How many', { min: 0, max: 99 })) }))).toEqual([]);
    expect(breaksOf(api(), after({ colour: choice('Colour', { red: 'Red', blue: 'Blue', green: 'Green' }), name: optional(text('Name', { max: 20 })) }))).toEqual([]);
  });
});

describe('whoever relies on the API is told of', () => {
  const breaks = (changes: Record<string, Fields[string] | undefined>) => breaksOf(api(), after(changes));

  it('a command that is gone', () => expect(breaksOf(api(), api(usual, usualRefusals, 'box:open', 'UnlockBox'))).toEqual(['POST /commands/open-box is gone']));
  it('a field that is gone', () => expect(breaks({ many: undefined })).toEqual(['POST /commands/open-box: the field many is gone']));
  it('a new field that is required', () => expect(breaks({ key: text('Key') })).toEqual(['POST /commands/open-box: the field key is now required']));
  it('an old field that is required now', () => expect(breaks({ many: count('How many', { min: 1, max: 9 }) })).toEqual(['POST /commands/open-box: the field many is now required']));
  it('a field of another type', () => expect(breaks({ name: count('Name') })).toContain('POST /commands/open-box name: type is integer, no longer string'));
  it('tighter bounds', () => {
    expect(breaks({ name: text('Name', { max: 19 }) })).toEqual(['POST /commands/open-box name: maxLength is now 19']);
    expect(breaks({ many: optional(count('How many', { min: 2, max: 9 })) })).toEqual(['POST /commands/open-box many: minimum is now 2']);
  });
  it('a word that can no longer be chosen', () => expect(breaks({ colour: choice('Colour', { red: 'Red', green: 'Green' }) })).toEqual(['POST /commands/open-box colour: blue is gone']));
  it('a kind that is gone, or that needs more', () => {
    expect(breaks({ way: oneOf('Way', { rail: variant({}, 'by rail') }) })).toEqual(['POST /commands/open-box way: the kind road is gone']);
    expect(breaks({ way: oneOf('Way', { road: variant({ by: text('By'), at: text('At') }, 'by {by}'), rail: variant({}, 'by rail') }) })).toEqual(['POST /commands/open-box way road: the field at is now required']);
  });
  it('a refusal that is gone', () => {
    expect(breaksOf(api(), api(usual, { 'box-is-full': 'This box is full' }))).toEqual(['POST /commands/open-box answers 409 type: /problems/open-box/box-is-shut is gone']);
  });
  it('another permission', () => expect(breaksOf(api(), api(usual, usualRefusals, 'box:break'))).toEqual(['POST /commands/open-box takes another permission: box:break']));
});

describe('a break is allowed', () => {
  it.each([['1.2.3', '2.0.0'], ['0.1.0', '0.2.0'], ['0.9.1', '1.0.0']])('from %s to %s', (from, to) => expect(mayBreak(from, to)).toBe(true));
  it.each([['1.2.3', '1.3.0'], ['1.2.3', '1.2.3'], ['0.1.0', '0.1.1'], ['2.0.0', '1.0.0'], ['1.0.0', '0.9.0']])('but not from %s to %s', (from, to) => expect(mayBreak(from, to)).toBe(false));
});

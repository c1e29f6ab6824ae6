import { createCodec, plainCodec, StoreFault } from './index.js';

const record = (type: string, schema: number, data: unknown) =>
  JSON.stringify({ data, effectiveOn: '2012-06-13', id: 'i', meta: { actor: 'person:1' }, recordedAt: '2012-06-13T09:30:00.000Z', schema, stream: 'award-1', type, version: 4 });

const history = [
  { type: 'AwardApproved', from: 2, up: (data: unknown) => ({ ...(data as object), currency: 'GBP' }) },
  { type: 'AwardApproved', from: 1, up: (data: unknown) => ({ minor: (data as { pounds: number }).pounds * 100 }) },
];

test('a record is read with its place, its clocks and its metadata', () => {
  expect(plainCodec.decode(7, record('AwardApproved', 1, { a: 1 }))).toEqual({
    position: 7, id: 'i', stream: 'award-1', version: 4, type: 'AwardApproved', schema: 1,
    recordedAt: '2012-06-13T09:30:00.000Z', effectiveOn: '2012-06-13', meta: { actor: 'person:1' }, data: { a: 1 },
  });
});

test.each([
  [1, { pounds: 5 }],
  [2, { minor: 500 }],
  [3, { minor: 500, currency: 'GBP' }],
])('an event of schema %i is brought up to the current shape', (schema, data) => {
  expect(createCodec(history).decode(1, record('AwardApproved', schema, data))).toMatchObject({ schema: 3, data: { minor: 500, currency: 'GBP' } });
});

test('a type that nobody has a history for passes through untouched', () => {
  expect(createCodec(history).decode(1, record('SomethingElse', 9, { x: null }))).toMatchObject({ schema: 9, data: { x: null } });
});

test('an event of a newer version is refused, not misread', () => {
  const newer = expect.objectContaining({ kind: 'corrupt', message: expect.stringMatching(/written by a newer version of Tallystick.*position 3 has schema 4/) });
  expect(() => createCodec(history).decode(3, record('AwardApproved', 4, {}))).toThrow(newer);
  expect(() => createCodec([], { AwardClosed: 3 }).decode(3, record('AwardClosed', 4, {}))).toThrow(newer);
});

test('an event whose upcast is missing is refused', () => {
  expect(() => createCodec(history.slice(0, 1)).decode(1, record('AwardApproved', 1, {}))).toThrow(/Nothing reads schema 1 of AwardApproved/);
  expect(() => createCodec([], { AwardClosed: 2 }).decode(1, record('AwardClosed', 1, {}))).toThrow(/its upcast is missing/);
});

test('a history that contradicts itself is refused before anything is read', () => {
  expect(() => createCodec([...history, ...history])).toThrow(StoreFault);
  expect(() => createCodec(history, { AwardApproved: 2 })).toThrow(/reads schema 2, but 2 is current/);
});

test('a record that is not JSON is corrupt, and its place is named', () => {
  expect(() => plainCodec.decode(12, '{')).toThrow(expect.objectContaining({ kind: 'corrupt', message: expect.stringMatching(/position 12/) }));
});

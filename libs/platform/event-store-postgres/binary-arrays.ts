/**
 * Arrays in PostgreSQL's binary form: a record goes over the wire as its bytes. As text, each quote in it would be escaped
 * here and unescaped there, which costs more than all the rest of an append.
 */
const oids = { bytea: 17, bigint: 20, integer: 23, text: 25, uuid: 2950 } as const;
const headerBytes = 20;

function arrayOf(oid: number, values: number, bytes: number): Buffer {
  const array = Buffer.allocUnsafe((values === 0 ? 12 : headerBytes) + values * 4 + bytes);
  array.writeInt32BE(values === 0 ? 0 : 1, 0); // dimensions
  array.writeInt32BE(0, 4); // nothing is null
  array.writeInt32BE(oid, 8);
  if (values > 0) {
    array.writeInt32BE(values, 12);
    array.writeInt32BE(1, 16); // counted from 1
  }
  return array;
}

export function texts(values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const array = arrayOf(oids.text, values.length, lengths.reduce((sum, length) => sum + length, 0));
  let at = headerBytes;
  values.forEach((value, index) => {
    at = array.writeInt32BE(lengths[index] as number, at);
    at += array.write(value, at);
  });
  return array;
}

export function byteStrings(values: readonly Uint8Array[]): Buffer {
  const array = arrayOf(oids.bytea, values.length, values.reduce((sum, { length }) => sum + length, 0));
  let at = headerBytes;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    array.set(value, at);
    at += value.length;
  }
  return array;
}

export function uuids(values: readonly string[]): Buffer {
  const array = arrayOf(oids.uuid, values.length, values.length * 16);
  let at = headerBytes;
  for (const value of values) {
    at = array.writeInt32BE(16, at);
    at += array.write(value.replaceAll('-', ''), at, 'hex');
  }
  return array;
}

export function integers(values: readonly number[]): Buffer {
  const array = arrayOf(oids.integer, values.length, values.length * 4);
  let at = headerBytes;
  for (const value of values) at = array.writeInt32BE(value, array.writeInt32BE(4, at));
  return array;
}

export function bigints(values: readonly number[]): Buffer {
  const array = arrayOf(oids.bigint, values.length, values.length * 8);
  let at = headerBytes;
  for (const value of values) at = array.writeBigInt64BE(BigInt(value), array.writeInt32BE(8, at));
  return array;
}

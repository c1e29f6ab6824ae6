import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { consistencyProof, emptyRoot, inclusionProof, leafHash, MerkleRange, nodeHash, rootOf, toHex, verifyConsistency, verifyInclusion } from './index.js';

interface Vector {
  readonly name: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly [field: string]: unknown;
}

const file = new URL('../../../test/support/vectors/rfc6962.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] };
const bytes = (base64: unknown) => Buffer.from(String(base64), 'base64');
const proofOf = ({ proof }: Vector) => (proof ?? []).map(bytes);

function verdict(vector: Vector): boolean {
  if (vector.name.startsWith('inclusion')) {
    return verifyInclusion({ index: Number(vector['leafIdx']), size: Number(vector['treeSize']), leaf: bytes(vector['leafHash']), root: bytes(vector['root']), proof: proofOf(vector) });
  }
  return verifyConsistency({ size1: Number(vector['size1']), size2: Number(vector['size2']), root1: bytes(vector['root1']), root2: bytes(vector['root2']), proof: proofOf(vector) });
}

/** The leaves and roots of transparency-dev/merkle, testonly/constants.go. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => leafHash(Buffer.from(hex, 'hex')));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the Merkle tree', () => {
  test('hashes nothing, a leaf and a node as RFC 6962 says', () => {
    expect(toHex(emptyRoot)).toBe(roots[0]);
    expect(toHex(leafHash(Buffer.from('L123456')))).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
    expect(toHex(nodeHash(Buffer.from('N123'), Buffer.from('N456')))).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb');
  });

  test('has the published root at every size, as it grows leaf by leaf', () => {
    const range = new MerkleRange();
    const grown = [toHex(range.root())];
    for (const leaf of leaves) {
      range.push(leaf);
      grown.push(toHex(range.root()));
    }
    expect(grown).toEqual(roots);
    expect(range.size).toBe(8);
  });

  test('judges all 196 published proofs as their authors did', () => {
    const astray = vectors.filter((vector) => verdict(vector) === vector.wantErr).map(({ name }) => name);
    expect(astray).toEqual([]);
    expect(vectors).toHaveLength(196);
    expect(vectors.filter(({ wantErr }) => !wantErr)).toHaveLength(12);
  });

  test('gives the published proofs', () => {
    const base64 = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('base64'));
    for (const vector of vectors.filter(({ name, wantErr }) => !wantErr && name.endsWith('happy-path'))) {
      const made = vector.name.startsWith('inclusion')
        ? inclusionProof(leaves.slice(0, Number(vector['treeSize'])), Number(vector['leafIdx']))
        : consistencyProof(leaves.slice(0, Number(vector['size2'])), Number(vector['size1']));
      expect([vector.name, base64(made)]).toEqual([vector.name, vector.proof ?? []]);
    }
  });
});

describe('proofs of any tree', () => {
  const tree = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 }).map((data) => data.map(leafHash));

  test('every leaf can be shown to be in it, and no other leaf in its place', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (hashes, seed) => {
        const index = seed % hashes.length;
        const claim = { index, size: hashes.length, leaf: hashes[index] as Uint8Array, root: rootOf(hashes), proof: inclusionProof(hashes, index) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: leafHash(Buffer.from('another leaf')) })).toBe(false);
        expect(verifyInclusion({ ...claim, size: claim.size + 1 + claim.size })).toBe(false);
      }),
    );
  });

  test('every earlier tree can be shown to be its beginning, and no other tree', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (hashes, seed) => {
        const size1 = (seed % hashes.length) + 1;
        const earlier = hashes.slice(0, size1);
        const claim = { size1, size2: hashes.length, root1: rootOf(earlier), root2: rootOf(hashes), proof: consistencyProof(hashes, size1) };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, root1: rootOf([...earlier.slice(1), leafHash(Buffer.from('another leaf'))]) })).toBe(false);
      }),
    );
  });

  test('what does not exist cannot be proved', () => {
    expect(() => inclusionProof(leaves, 8)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 0)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 9)).toThrow(RangeError);
  });
});

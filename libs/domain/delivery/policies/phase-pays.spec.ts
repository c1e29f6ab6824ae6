import { gbp, toCode, type Code } from '#kernel';
import { delivery } from '../delivery.js';
import { phases } from '../testing/index.js';
import { phasePays } from './phase-pays.js';

const [diagnostic, implementing] = phases;
const inPhases = (...started: readonly Code[]) => ({ ...delivery.initial, started });
const pence = (started: readonly Code[], of: Parameters<typeof phasePays>[1] = phases) => phasePays(inPhases(...started), of)?.minor;

describe('what the phases of an award pay', () => {
  it('is nothing before the first has started', () => expect(pence([])).toBe(0));

  it('is the sum of those that have started', () => {
    expect(pence([diagnostic.code])).toBe(1_000_000);
    expect(pence([diagnostic.code, implementing.code], [diagnostic, { ...implementing, payable: gbp(500_000) }])).toBe(1_500_000);
  });

  it('has no bound once a phase has started that leaves its sum open', () => {
    const open = { code: toCode('works'), name: 'Works' };
    expect(pence([diagnostic.code], [diagnostic, open])).toBe(1_000_000);
    expect(pence([diagnostic.code, open.code], [diagnostic, open])).toBeUndefined();
  });

  it('has no bound where no phase says what it pays', () => expect(pence([], [{ code: diagnostic.code, name: 'Diagnostic' }])).toBeUndefined());
});

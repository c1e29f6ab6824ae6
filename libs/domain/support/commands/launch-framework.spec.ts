import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { scarborough, stranger } from '#domain/applications/testing';
import { FrameworkLaunched } from '../framework.events.js';
import { aboutFramework, aFramework, aPlannedFramework, firstFramework, frameworkLaunched, schemeSays } from '../testing/frameworks.js';
import { launchFramework } from './launch-framework.js';

const launch = { framework: firstFramework, charge: '£0.00', partners: [{ organisation: scarborough, role: 'auction house' }] };
const manager = by('manager');

describe('launching a framework', () => {
  it('is refused the second time', () => aFramework.when(launchFramework, launch, manager).thenRefused('launched-already'));

  it('is refused at another charge than the scheme’s', () =>
    aPlannedFramework.and(...schemeSays('both', gbp(5_000))).when(launchFramework, launch, manager).thenRefused('charge-is-not-the-schemes', { charge: '£50.00' }));

  it('keeps its partners under the names that they have', () => aPlannedFramework.when(launchFramework, launch, manager).then(frameworkLaunched));

  it('needs no partners', () =>
    aPlannedFramework.and(...schemeSays('both', gbp(5_000))).when(launchFramework, { framework: firstFramework, charge: '£50.00' }, manager).then(FrameworkLaunched({ ...aboutFramework, charge: gbp(5_000), partners: [] })));

  it('needs partners that are registered', () => aPlannedFramework.when(launchFramework, { ...launch, partners: [{ organisation: stranger, role: 'broker' }] }, manager).thenNotFound());
});
